/** Remembers who held which right, for those who ask later. */
package dev.kefu.organisation.journal;
