/** What the pages of ours in Cockpit load beside their own scripts. */
package dev.kefu.history.assets;
