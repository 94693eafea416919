/** What the history needs to know of deployed processes. */
package dev.kefu.history.models;
