/** Freezes the files of ended cases. */
package dev.kefu.document.casefiles;
