package dev.kefu.aftersales.roster;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When the shifts of a day begin and how long they last; the enterprise's own, the handbook gives none.
 *
 * @param shifts by the code of each shift
 * @param effort working time of one case, for the forecast
 */
@ConfigurationProperties("kefu.aftersales.roster")
record ShiftHours(Map<String, Hours> shifts, Duration effort) {

  /** Refuses to start when a shift lacks its hours, or the effort is missing. */
  ShiftHours {
    if (effort == null || effort.compareTo(Duration.ZERO) <= 0) {
      throw new IllegalArgumentException("kefu.aftersales.roster.effort must be a time like PT45M.");
    }
    for (ShiftKind kind : ShiftKind.values()) {
      if (shifts == null || !shifts.containsKey(kind.code())) {
        throw new IllegalArgumentException("kefu.aftersales.roster.shifts lacks the hours of the shift " + kind.code() + ".");
      }
    }
  }

  /** When the shift of a day begins. */
  LocalDateTime from(LocalDate day, ShiftKind kind) {
    return day.atTime(of(kind).from());
  }

  /** When the shift of a day ends; on the next day when it lasts through the night. */
  LocalDateTime until(LocalDate day, ShiftKind kind) {
    return from(day, kind).plus(of(kind).lasts());
  }

  /** How long a shift lasts. */
  Duration length(ShiftKind kind) {
    return of(kind).lasts();
  }

  private Hours of(ShiftKind kind) {
    return shifts.get(kind.code());
  }

  /**
   * The hours of one shift.
   *
   * @param from when it begins
   * @param lasts how long it is
   */
  record Hours(LocalTime from, Duration lasts) {
  }
}
