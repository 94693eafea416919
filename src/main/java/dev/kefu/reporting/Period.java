package dev.kefu.reporting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A week, month, half-year or year of the calendar (reports.md: periods follow the calendar).
 *
 * @param kind how long it is
 * @param first its first day; a week begins on Monday, or on any day where seven days are looked at
 */
public record Period(Kind kind, LocalDate first) {

  private static final int MONTHS_OF_HALF = 6;
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern SEVEN_DAYS = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})--(\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern HALF_YEAR = Pattern.compile("(\\d{4})-H([12])");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  /** How long periods are. */
  public enum Kind {

    /** Monday to Sunday, numbered as ISO 8601 does. */
    WEEK("Week 周"),
    /** A calendar month. */
    MONTH("Month 月"),
    /** January to June, July to December. */
    HALF_YEAR("Half-year 半年"),
    /** A calendar year. */
    YEAR("Year 年");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** What people read. */
    public String label() {
      return label;
    }
  }

  /** The period in which a day lies. */
  public static Period containing(Kind kind, LocalDate day) {
    return new Period(kind, switch (kind) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case HALF_YEAR -> day.withDayOfMonth(1).withMonth(day.getMonthValue() <= MONTHS_OF_HALF ? 1 : MONTHS_OF_HALF + 1);
      case YEAR -> day.withDayOfYear(1);
    });
  }

  /**
   * Reads {@code 2026-W48}, {@code 2026-11}, {@code 2026-H2} or {@code 2026}; {@code 2026-11-18--2026-11-24} are seven days from any day.
   *
   * @throws IllegalArgumentException for anything else, in words for people
   */
  public static Period parse(String text) {
    Matcher week = WEEK.matcher(text);
    Matcher days = SEVEN_DAYS.matcher(text);
    Matcher half = HALF_YEAR.matcher(text);
    try {
      if (week.matches()) {
        LocalDate inFirstWeek = LocalDate.of(Integer.parseInt(week.group(1)), 1, 4);
        int number = Integer.parseInt(week.group(2));
        if (number >= 1 && number <= IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(inFirstWeek).getMaximum()) {
          return containing(Kind.WEEK, inFirstWeek.plusWeeks(number - 1L));
        }
      } else if (days.matches()) {
        Period seven = new Period(Kind.WEEK, LocalDate.parse(days.group(1)));
        if (seven.end().minusDays(1).equals(LocalDate.parse(days.group(2)))) {
          return seven;
        }
      } else if (MONTH.matcher(text).matches()) {
        return new Period(Kind.MONTH, LocalDate.parse(text + "-01"));
      } else if (half.matches()) {
        return new Period(Kind.HALF_YEAR, LocalDate.of(Integer.parseInt(half.group(1)), "1".equals(half.group(2)) ? 1 : MONTHS_OF_HALF + 1, 1));
      } else if (YEAR.matcher(text).matches()) {
        return new Period(Kind.YEAR, LocalDate.parse(text + "-01-01"));
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(unreadable(text), e);
    }
    throw new IllegalArgumentException(unreadable(text));
  }

  private static String unreadable(String text) {
    return "\"" + text + "\" is no period: write 2026-W48, 2026-11, 2026-H2 or 2026. 期間格式不正確。";
  }

  /** The day after the last one. */
  public LocalDate end() {
    return switch (kind) {
      case WEEK -> first.plusWeeks(1);
      case MONTH -> first.plusMonths(1);
      case HALF_YEAR -> first.plusMonths(MONTHS_OF_HALF);
      case YEAR -> first.plusYears(1);
    };
  }

  /** The period before. */
  public Period previous() {
    return switch (kind) {
      case WEEK -> new Period(kind, first.minusWeeks(1));
      case MONTH -> new Period(kind, first.minusMonths(1));
      case HALF_YEAR -> new Period(kind, first.minusMonths(MONTHS_OF_HALF));
      case YEAR -> new Period(kind, first.minusYears(1));
    };
  }

  /** The period after. */
  public Period next() {
    return new Period(kind, end());
  }

  /** What {@link #parse} reads. */
  public String text() {
    return switch (kind) {
      case WEEK -> first.getDayOfWeek() != DayOfWeek.MONDAY ? first + "--" + end().minusDays(1) : String.format(Locale.ROOT, "%04d-W%02d", first.get(IsoFields.WEEK_BASED_YEAR), first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> first.toString().substring(0, 7);
      case HALF_YEAR -> first.toString().substring(0, 4) + "-H" + (first.getMonthValue() == 1 ? 1 : 2);
      case YEAR -> first.toString().substring(0, 4);
    };
  }

  /** The period with its first and last day, for people. */
  public String label() {
    return text() + " (" + first + " – " + end().minusDays(1) + ")";
  }
}
