/** Corrective actions: the register and the steps of the process complaint-corrective-action (P62). */
package dev.kefu.complaint.correction;
