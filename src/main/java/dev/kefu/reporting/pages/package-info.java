/** Shows reports to those whom they are for: as data, in Tasklist, and as a file. */
package dev.kefu.reporting.pages;
