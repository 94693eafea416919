package dev.kefu.audit;

import java.time.Instant;
import java.util.List;

/** What the audit trail knows of a case beside the engine's operations: who was refused, who read classified values, who took something away, what was repaired. */
public interface CaseAuditTrail {

  /**
   * Oldest first. Callers check who may read it.
   *
   * @param first how many to leave out
   * @param count how many to give at most
   */
  List<CaseEntry> ofCase(String caseNumber, int first, int count);

  /**
   * An entry; values are no part of it.
   *
   * @param kind {@code REFUSAL}, {@code CLASSIFIED_READ}, {@code EXPORT} or {@code REPAIR}
   * @param actor user id; null for the program
   * @param action for example {@code claim}
   * @param subjectType what it was done to, for example {@code task}
   */
  record CaseEntry(Instant at, String kind, String actor, String action, String subjectType, String subjectId) {
  }
}
