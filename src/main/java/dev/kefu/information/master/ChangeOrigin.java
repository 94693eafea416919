package dev.kefu.information.master;

/**
 * Why and by whom a record is changed.
 *
 * @param operation {@code new}, {@code change}, {@code merge} or {@code deactivate}
 * @param reason what the reporter wrote, or null for a new customer
 * @param caseNumber of the registration
 * @param reportedBy user id, or null when a procedure reported it
 * @param enteredBy user id
 * @param checkedBy user id of the second person, or null where the change needs none
 */
public record ChangeOrigin(String operation, String reason, String caseNumber, String reportedBy, String enteredBy, String checkedBy) {
}
