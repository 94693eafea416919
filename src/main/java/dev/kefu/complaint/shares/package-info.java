/** The rule for shares of responsibility. */
package dev.kefu.complaint.shares;
