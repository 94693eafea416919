package dev.kefu.aftersales;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Who is on duty by the published rosters (P10). */
public interface Shifts {

  /** Everybody's shifts that begin on this day, in the order of their beginning and of the persons; empty when no roster for the day is published. */
  List<Duty> on(LocalDate day);

  /** One person's shifts that begin in this time, in their order. */
  List<Duty> of(String person, LocalDate first, LocalDate last);

  /**
   * A person's shift.
   *
   * @param day on which it begins
   * @param kind code of the shift: {@code early}, {@code middle}, {@code late} or {@code onCall}
   * @param person user id
   * @param area district or queue in which the person is on duty
   * @param from when it begins, in the enterprise's own time
   * @param until when it ends, on the next day for a shift through the night
   * @param rosterNumber case number of the roster
   */
  record Duty(LocalDate day, String kind, String person, String area, LocalDateTime from, LocalDateTime until, String rosterNumber) {
  }
}
