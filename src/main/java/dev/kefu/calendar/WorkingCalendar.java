package dev.kefu.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Counts time as the enterprise works. In unit {@link TimeSpan.Unit#WD} one working day has the length of {@code Duration.ofDays(1)}, however
 * many hours are worked on it: half of a working day is twelve hours of that measure. Outside working hours this time stands still.
 */
public interface WorkingCalendar {

  /**
   * When a span that starts now or then is over; a negative span gives the moment that lies so long before. Of moments that only a pause in
   * the work separates it is the earliest: three working days before Friday evening is Tuesday evening, not Wednesday morning.
   */
  default Instant due(Instant from, TimeSpan span) {
    if (span.unit() == TimeSpan.Unit.WD && span.amount() < 0) {
      return plus(plus(from, span.length().minusDays(1), span.unit()), Duration.ofDays(1), span.unit());
    }
    return plus(from, span.length(), span.unit());
  }

  /** The moment at which so much time of this unit has passed since {@code from}. */
  Instant plus(Instant from, Duration time, TimeSpan.Unit unit);

  /** How much time of this unit passes between two moments; negative when {@code to} is earlier. */
  Duration between(Instant from, Instant to, TimeSpan.Unit unit);

  /** Whether work is done on this day at all. */
  boolean isWorkingDay(LocalDate day);
}
