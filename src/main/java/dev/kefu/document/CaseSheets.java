package dev.kefu.document;

import dev.kefu.engine.CaseRecord;

/** Prints what is on record of a case as one paper, running or ended. Nothing of it is kept. */
public interface CaseSheets {

  /**
   * The record as PDF, with the names of the case's attachments; classified values are not on it. Callers have cut the record down to what the person may read, and write the printing
   * to the audit trail.
   *
   * @param printedBy user id
   */
  byte[] print(CaseRecord record, String printedBy);
}
