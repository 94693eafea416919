package dev.kefu.reporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Counts what reports are made of, whoever asks: rights are the caller's matter. */
public interface Figures {

  /** The figures of all groups together. */
  Line total(Report report, Period period);

  /** Hands over the figures of each group, the largest first. */
  void groups(Report report, Period period, Grouping grouping, Consumer<Line> sink);

  /**
   * The next cases behind a figure, in the order of their ids.
   *
   * @param group the group's key; null for all groups together
   * @param column which figure; null for all cases of the period
   * @param after id of the case before the first one; 0 for the beginning
   */
  List<TracedCase> cases(Report report, Period period, Grouping grouping, String group, Column column, long after, int most);

  /**
   * A line of figures.
   *
   * @param group the group's key, an empty text for those that do not say it
   * @param label what people read
   * @param values column id to figure; one that stays open is missing
   */
  record Line(String group, String label, Map<String, BigDecimal> values) {
  }

  /**
   * A case behind a figure.
   *
   * @param id for {@link #cases}
   * @param caseNumber for example {@code CMP-2026-000123}
   * @param moment date and time that put it into the period, ready to be read
   * @param group what people read of its group
   * @param facts in the order of the source's facts; an empty text where there is none
   */
  record TracedCase(long id, String caseNumber, String moment, String group, List<String> facts) {
  }
}
