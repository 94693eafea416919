package dev.kefu.document.printing;

import java.util.List;

/**
 * A filled-in form, ready to be laid out: texts only.
 *
 * @param title English and Chinese
 * @param number the handbook's form number
 * @param caseNumber for example {@code CMP-2026-000001}
 * @param procedure the case's
 * @param sections in order, the further particulars last
 * @param corrections who corrected what, when and why
 * @param signatures three, in the order of the handbook's block
 * @param printed by whom and when
 */
record Paper(String title, String number, String caseNumber, String procedure, List<Section> sections, List<String> corrections, List<Signature> signatures,
             String printed) {

  /** Lines below a heading. */
  record Section(String title, List<Line> lines) {
  }

  /**
   * One line of the form: two short entries, one that takes the line, or a table.
   *
   * @param entries one or two; empty for a table
   * @param table null for entries
   */
  record Line(List<Entry> entries, Table table) {
  }

  /** A label and its value; an empty value is a field that nobody filled in. */
  record Entry(String label, String value) {
  }

  /** Rows below headings. */
  record Table(String label, List<String> headings, List<List<String>> rows) {
  }

  /**
   * One of the three who sign.
   *
   * @param role 編制, 審核 or 批準
   * @param name empty when nobody has yet
   * @param date empty when nobody has yet
   */
  record Signature(String role, String name, String date) {
  }
}
