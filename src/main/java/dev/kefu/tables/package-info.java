/** Reads tables from files that come from outside, CSV or XLSX of any size, as a stream; it knows nothing of what they are about. */
package dev.kefu.tables;
