/** Says how much alike the words of two complaints are. */
package dev.kefu.complaint.duplicates;
