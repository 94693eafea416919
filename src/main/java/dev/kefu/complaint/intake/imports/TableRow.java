package dev.kefu.complaint.intake.imports;

import java.util.List;

/**
 * A row of a file.
 *
 * @param number as a spreadsheet shows it, from 1
 * @param cells texts; an empty text for an empty cell
 */
record TableRow(long number, List<String> cells) {

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  String cell(int index) {
    return index < cells.size() ? cells.get(index).strip() : "";
  }
}
