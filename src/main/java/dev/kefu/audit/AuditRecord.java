package dev.kefu.audit;

import java.util.Map;

/**
 * One thing that happened, before it is written.
 *
 * @param kind what sort of thing
 * @param actor user id, or null when the system did it
 * @param action verb in camelCase, for example {@code complete}, {@code login}, {@code read}
 * @param subjectType kind of thing it was done to, for example {@code task}
 * @param subjectId that thing's id
 * @param caseNumber the case it belongs to, or null
 * @param values names and values that may be personal: only salted digests of the values are kept
 */
public record AuditRecord(Kind kind, String actor, String action, String subjectType, String subjectId, String caseNumber,
                          Map<String, String> values) {

  public AuditRecord {
    values = values == null ? Map.of() : Map.copyOf(values);
  }

  /** What the audit trail knows. */
  public enum Kind { OPERATION, DEPLOYMENT, LOGIN, EXPORT, CLASSIFIED_READ, REPAIR, REFUSAL }
}
