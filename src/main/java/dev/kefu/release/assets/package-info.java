/** What the page of releases draws with. */
package dev.kefu.release.assets;
