package dev.kefu.aftersales.roster;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What the table roster-check asks of a roster.
 *
 * @param rows its rows: check, least, most, result
 */
record RosterLimits(List<Row> rows) {

  /**
   * One limit.
   *
   * @param check {@code rest}, {@code shifts} or {@code coverage}
   * @param least null for none
   * @param most null for none
   */
  record Row(String check, Double least, Double most, boolean rejects) {

    boolean isBrokenBy(double value) {
      return least != null && value < least || most != null && value > most;
    }
  }

  /** Reads the result list of the decision. */
  static RosterLimits of(Object resultList) {
    return new RosterLimits(((Collection<?>) resultList).stream().map(row -> (Map<?, ?>) row)
        .map(row -> new Row((String) row.get("check"), number(row.get("least")), number(row.get("most")), "reject".equals(row.get("result")))).toList());
  }

  private static Double number(Object value) {
    return value instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
  }

  /** The limits of one check, rejecting or not. */
  List<Row> of(String check, boolean rejects) {
    return rows.stream().filter(row -> row.check().equals(check) && row.rejects() == rejects).toList();
  }
}
