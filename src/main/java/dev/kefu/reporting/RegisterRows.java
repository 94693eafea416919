package dev.kefu.reporting;

import java.util.List;

/** Reads registers page by page, whoever asks: rights are the caller's matter. */
public interface RegisterRows {

  /**
   * The next rows, in the order of their keys.
   *
   * @param period which rows; null for all
   * @param after key of the row before the first one; 0 for the beginning
   */
  List<Entry> page(Register register, Period period, long after, int most);

  /**
   * A row.
   *
   * @param key for {@link #page}
   * @param cells in the order of the fields: a text, {@code BigDecimal}, {@code LocalDate} or {@code LocalDateTime}; null where nothing is said
   */
  record Entry(long key, List<Object> cells) {
  }
}
