/** The periodic analysis of complaints: the register of analyses and the steps of the process complaint-analysis (P63). */
package dev.kefu.complaint.analysis;
