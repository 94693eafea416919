/** Takes complaints from files, CSV or XLSX of any size: read as a stream, row by row, each row once whatever happens to the node that reads. */
package dev.kefu.complaint.intake.imports;
