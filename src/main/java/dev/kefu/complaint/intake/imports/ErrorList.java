package dev.kefu.complaint.intake.imports;

import dev.kefu.complaint.intake.imports.ImportTable.RowError;
import java.util.List;
import java.util.stream.Collectors;

/** The list of errors as CSV for a spreadsheet. A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
final class ErrorList {

  /** The byte order mark, without which Excel takes UTF-8 for something else, and the heading. */
  static final String BEGINNING = "\uFEFF" + line(List.of("Row 行號", "Reference 來文編號", "Field 欄位", "Error 錯誤"));

  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private ErrorList() {
  }

  static String line(RowError error) {
    return line(List.of(String.valueOf(error.row()), error.reference(), error.label(), error.message()));
  }

  private static String line(List<String> cells) {
    return cells.stream().map(ErrorList::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
