package dev.kefu.erasure.requests;

import java.time.Instant;

/**
 * A request to make a customer unrecognisable.
 *
 * @param state REQUESTED, AGREED by the legal counsel, APPROVED by the manager, RUNNING, DONE or REFUSED
 * @param changed what was replaced where; null until it is done
 * @param remaining where something of it still stands, to be looked at: names that are others', too
 */
record ErasureRequest(long id, String customerCode, String reason, String state, String requestedBy, Instant requestedAt, String agreedBy, String approvedBy, String refusedBy, String refusal,
                      Instant doneAt, String changed, String remaining) {
}
