/** Carrying out what was approved for a complaint: the register of remedies and the steps of the process complaint-remedy (P61). */
package dev.kefu.complaint.remedy;
