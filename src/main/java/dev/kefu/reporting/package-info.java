/** Statistics: what a report is, how its figures are counted, its page in Tasklist and its file. The reports themselves stand with the modules that own the tables. */
package dev.kefu.reporting;
