/** The statistics of complaints (reports.md, part 9), over the tables of this module. */
package dev.kefu.complaint.statistics;
