package dev.kefu.audit;

/** The append-only record of what happened. */
public interface AuditTrail {

  /** Writes a record in the caller's transaction, or in one of its own where there is none. */
  void write(AuditRecord auditRecord);
}
