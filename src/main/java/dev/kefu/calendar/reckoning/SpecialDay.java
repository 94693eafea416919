package dev.kefu.calendar.reckoning;

import java.time.LocalDate;

/**
 * A day that the State Council's notice or the enterprise treats other than its weekday.
 *
 * @param day the day
 * @param working whether work is done
 * @param hours when, null for the usual hours
 * @param name what people call it, or why it is so
 */
public record SpecialDay(LocalDate day, boolean working, DayHours hours, String name) {

  /** A holiday or make-up working day, worked at the usual hours. */
  public static SpecialDay ofNotice(LocalDate day, boolean working, String name) {
    return new SpecialDay(day, working, null, name);
  }
}
