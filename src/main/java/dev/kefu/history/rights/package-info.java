/** Who may read what of the past. */
package dev.kefu.history.rights;
