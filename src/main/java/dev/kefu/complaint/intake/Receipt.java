package dev.kefu.complaint.intake;

/**
 * What became of a complaint from outside.
 *
 * @param caseNumber the number of its case
 * @param isNew false when it had been received before
 */
public record Receipt(String caseNumber, boolean isNew) {
}
