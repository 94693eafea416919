/** Carries the complaint procedures of chapter 6, and takes complaints from outside: from programs and from files. */
package dev.kefu.complaint;
