package dev.kefu.complaint;

/**
 * A corrective action (P62) was opened because of a complaint; published in the transaction of the start.
 *
 * @param complaint case number of the complaint
 * @param correction case number of the corrective action
 */
public record CorrectionOrdered(String complaint, String correction) {
}
