package dev.kefu.document.printing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final int LONG_TEXT = 800;
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  /** The title in both languages. */
  public Label getWords() {
    return Label.of(title);
  }

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

    /** Whether it may stand on two pages. */
    public boolean isLong() {
      return table != null || entries.stream().anyMatch(entry -> entry.value().length() > LONG_TEXT);
    }
  }

  /** A label and its value; an empty value is a field that nobody filled in. */
  record Entry(String label, String value) {

    /** The label in both languages. */
    public Label getWords() {
      return Label.of(label);
    }
  }

  /** Rows below headings. */
  record Table(String label, List<String> headings, List<List<String>> rows) {

    /** The headings in both languages. */
    public List<Label> getWords() {
      return headings.stream().map(Label::of).toList();
    }
  }

  /**
   * A label in its two languages.
   *
   * @param english with the blank that parts them
   * @param chinese empty for none
   */
  record Label(String english, String chinese) {

    private static final int SHORT = 9;

    private static Label of(String label) {
      Matcher chinese = CHINESE.matcher(label);
      int at = chinese.find() ? chinese.start() : label.length();
      return new Label(label.substring(0, at), label.substring(at));
    }

    /** Whether the Chinese fits on a line, which then does not break within it. */
    public boolean isShort() {
      return chinese.length() <= SHORT;
    }
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
