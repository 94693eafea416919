package dev.kefu.calendar.keeping;

import dev.kefu.calendar.reckoning.DayHours;
import dev.kefu.calendar.reckoning.WeekHours;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The enterprise's ordinary hours.
 *
 * @param hours working hours by weekday, {@code 09:00-12:00 13:00-18:00}
 * @param makeUpDay hours of a weekend day that is worked
 */
@ConfigurationProperties("kefu.calendar")
record CalendarProperties(Map<DayOfWeek, String> hours, String makeUpDay) {

  /** A fault in the settings stops the start and names the line. */
  WeekHours week() {
    Map<DayOfWeek, DayHours> weekdays = new EnumMap<>(DayOfWeek.class);
    hours.forEach((weekday, text) -> weekdays.put(weekday, read("hours." + weekday.name().toLowerCase(Locale.ROOT), text)));
    return new WeekHours(weekdays, read("make-up-day", makeUpDay));
  }

  private static DayHours read(String setting, String text) {
    try {
      return DayHours.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("Setting kefu.calendar." + setting + ": " + e.getMessage(), e);
    }
  }
}
