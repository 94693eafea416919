/** A complaint from intake to closing: the register and the steps of the process complaint-handling and its parts (P59). */
package dev.kefu.complaint.handling;
