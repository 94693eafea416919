package dev.kefu.tables;

import java.util.List;
import java.util.stream.Collectors;

/** The list of errors as CSV for a spreadsheet. A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
public final class ErrorList {

  /** Without it Excel takes UTF-8 for something else. */
  private static final String MARK = "\uFEFF";

  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private ErrorList() {
  }

  /**
   * How the list begins.
   *
   * @param reference what the reference of a row is called
   */
  public static String beginning(String reference) {
    return MARK + line(List.of("Row 行號", reference, "Field 欄位", "Error 錯誤"));
  }

  /** A line of the list. */
  public static String line(long row, String reference, String label, String message) {
    return line(List.of(String.valueOf(row), reference, label, message));
  }

  private static String line(List<String> cells) {
    return cells.stream().map(ErrorList::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
