package dev.kefu.tables;

import java.util.List;

/**
 * A row of a file.
 *
 * @param number as a spreadsheet shows it, from 1
 * @param cells texts; an empty text for an empty cell
 */
public record TableRow(long number, List<String> cells) {

  /** Whether nothing stands in the row. */
  public boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  /** The cell without blanks around it; an empty text behind the last one. */
  public String cell(int index) {
    return index < cells.size() ? cells.get(index).strip() : "";
  }
}
