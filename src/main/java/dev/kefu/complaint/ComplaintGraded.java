package dev.kefu.complaint;

import dev.kefu.complaint.SameComplaints.Matter;
import java.time.Instant;

/**
 * A complaint is registered, no duplicate, and graded; published in the transaction of that step, also when it is graded again.
 *
 * @param caseNumber for example {@code CMP-2026-000001}
 * @param receivedAt when the customer complained
 */
public record ComplaintGraded(String caseNumber, Matter matter, Instant receivedAt) {
}
