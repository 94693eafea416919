/** Offers colleagues to forms. */
package dev.kefu.organisation.lookup;
