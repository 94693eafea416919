package dev.kefu.calendar.keeping;

import dev.kefu.calendar.reckoning.DayHours;
import dev.kefu.calendar.reckoning.SpecialDay;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A day on which the enterprise works, or does not, whatever the State Council says.
 *
 * @param date the day
 * @param working whether work is done
 * @param hours when; null for the usual hours
 * @param reason why
 * @param changedBy user id of whoever wrote it
 * @param changedAt when, in the department's time
 */
record CalendarException(LocalDate date, boolean working, String hours, String reason, String changedBy, LocalDateTime changedAt) {

  SpecialDay day() {
    return new SpecialDay(date, working, hours == null ? null : DayHours.parse(hours), reason);
  }
}
