package dev.kefu.calendar.reckoning;

import java.time.DayOfWeek;
import java.util.Map;

/**
 * The hours of an ordinary week.
 *
 * @param weekdays hours by day; a day that is missing is free
 * @param makeUpDay hours of a day that is worked although its weekday is free
 */
public record WeekHours(Map<DayOfWeek, DayHours> weekdays, DayHours makeUpDay) {

  public WeekHours {
    weekdays = Map.copyOf(weekdays);
    if (weekdays.values().stream().noneMatch(DayHours::isWorking) || !makeUpDay.isWorking()) {
      throw new IllegalArgumentException("The enterprise must work on at least one day of the week, and make-up working days need hours.");
    }
  }

  DayHours of(DayOfWeek weekday) {
    return weekdays.getOrDefault(weekday, DayHours.NONE);
  }

  /** Hours of a day that is worked whatever its weekday. */
  DayHours whenWorked(DayOfWeek weekday) {
    return of(weekday).isWorking() ? of(weekday) : makeUpDay;
  }
}
