package dev.kefu.reporting.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/**
 * A sheet that is sent off every thousand rows. What people wrote is a text cell of its own and formatted as text: it is no formula, and does not become one when
 * somebody edits it.
 */
final class Sheet {

  private static final String OPEN = "—";
  private static final String AS_TEXT = "@";
  private static final String AS_DATE = "yyyy-mm-dd";
  private static final String AS_TIME = "yyyy-mm-dd hh:mm";
  private static final int PAGE = 1000;
  private static final int WIDE = 34;
  private static final int NARROW = 18;

  private final Worksheet sheet;
  private int row;

  Sheet(Worksheet sheet, int columns) {
    this.sheet = sheet;
    for (int i = 0; i < columns; i++) {
      sheet.width(i, i == 0 ? WIDE : NARROW);
    }
  }

  void heading(String first, List<String> others) {
    text(0, first);
    for (int i = 0; i < others.size(); i++) {
      text(i + 1, others.get(i));
    }
    sheet.range(row, 0, row, others.size()).style().bold().wrapText(true).set();
    next();
  }

  void texts(List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      text(i, texts.get(i));
    }
    next();
  }

  void figures(String label, BigDecimal... values) {
    text(0, label);
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        text(i + 1, OPEN);
      } else {
        sheet.value(row, i + 1, values[i]);
      }
    }
    next();
  }

  /** A row of texts, numbers, days and moments; an empty cell for null. */
  void cells(List<Object> cells) {
    for (int i = 0; i < cells.size(); i++) {
      cell(i, cells.get(i));
    }
    next();
  }

  private void cell(int column, Object value) {
    if (value instanceof BigDecimal number) {
      sheet.value(row, column, number);
    } else if (value instanceof LocalDate day) {
      sheet.value(row, column, day);
      sheet.style(row, column).format(AS_DATE).set();
    } else if (value instanceof LocalDateTime moment) {
      sheet.value(row, column, moment);
      sheet.style(row, column).format(AS_TIME).set();
    } else if (value != null) {
      text(column, value.toString());
    }
  }

  int rows() {
    return row;
  }

  private void text(int column, String text) {
    sheet.inlineString(row, column, text);
    sheet.style(row, column).format(AS_TEXT).set();
  }

  private void next() {
    row++;
    try {
      if (row % PAGE == 0) {
        sheet.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void finish() {
    try {
      sheet.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
