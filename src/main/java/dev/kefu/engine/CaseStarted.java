package dev.kefu.engine;

/**
 * A case got its number; published inside the engine's transaction.
 *
 * @param processKey process id, equal to the model's file stem
 * @param processInstanceId the engine's id
 * @param caseNumber for example {@code HLP-2026-000001}
 * @param starter user id, or null when no person started it
 */
public record CaseStarted(String processKey, String processInstanceId, String caseNumber, String starter) {
}
