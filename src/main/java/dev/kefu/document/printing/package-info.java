/** Prints the handbook's forms from cases. */
package dev.kefu.document.printing;
