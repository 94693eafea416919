/** What other procedures of a complaint read from and write into the complaint ledger. */
package dev.kefu.complaint.ledger;
