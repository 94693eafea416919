package dev.kefu.engine;

/**
 * A case came to its end; published inside the engine's transaction, so that a register closes with it or not at all.
 *
 * @param processKey process id, equal to the model's file stem
 * @param processInstanceId the engine's id
 * @param caseNumber for example {@code HLP-2026-000001}
 * @param outcome the end event's id without its type, for example {@code solved}; {@code cancelled} when the case was ended from outside
 */
public record CaseEnded(String processKey, String processInstanceId, String caseNumber, String outcome) {
}
