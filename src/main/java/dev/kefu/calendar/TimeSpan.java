package dev.kefu.calendar;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as the handbook writes it: {@code 2wd} working days, {@code 30cd} calendar days, {@code 4h} clock hours, {@code 15min} minutes. They never
 * turn into one another. A span may be negative: three working days before a visit are {@code -3wd}.
 *
 * @param amount how many
 * @param unit of what
 */
public record TimeSpan(int amount, Unit unit) {

  private static final Pattern TEXT = Pattern.compile("(-?[0-9]{1,6})(wd|cd|h|min)");

  /** How time is counted; convention C4 of the catalogue. */
  public enum Unit {
    /** Working days: only working time counts; every working day counts as one, however long it is. */
    WD,
    /** Calendar days: nights, weekends and holidays count. */
    CD,
    /** Clock hours, day and night. */
    H,
    /** Minutes, day and night; written {@code min}. */
    M;

    private static Unit of(String text) {
      return "min".equals(text) ? M : valueOf(text.toUpperCase(Locale.ROOT));
    }

    private String text() {
      return this == M ? "min" : name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads {@code 2wd}, {@code 30cd}, {@code 4h} or {@code 15min}.
   *
   * @throws IllegalArgumentException for anything else; the message says what is expected
   */
  public static TimeSpan parse(String text) {
    Matcher matcher = TEXT.matcher(text == null ? "" : text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no length of time: write 2wd (working days), 30cd (calendar days), 4h (clock hours) or 15min (minutes).");
    }
    return new TimeSpan(Integer.parseInt(matcher.group(1)), Unit.of(matcher.group(2)));
  }

  /** Whether {@link #parse} takes the text. */
  public static boolean isSpan(String text) {
    return text != null && TEXT.matcher(text.strip()).matches();
  }

  /** The length in its own unit's time: 24 hours are one day, a working day for {@link Unit#WD}, see {@link WorkingCalendar#plus}. */
  public Duration length() {
    return switch (unit) {
      case M -> Duration.ofMinutes(amount);
      case H -> Duration.ofHours(amount);
      case WD, CD -> Duration.ofDays(amount);
    };
  }

  @Override
  public String toString() {
    return amount + unit.text();
  }
}
