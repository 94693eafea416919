package dev.kefu.engine;

/** The attachments of a case, as far as the form gate must know them; the document module implements it. */
public interface CaseFiles {

  /**
   * Whether the case has an attachment of this kind.
   *
   * @param caseNumber for example {@code EXP-2026-000001}
   * @param kind as the form names it, for example {@code receipt}
   */
  boolean has(String caseNumber, String kind);
}
