package dev.kefu.deadline.clocks;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.deadline.clocks.ClockTables.Pause;
import dev.kefu.deadline.clocks.TaskClock.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;

/** Reckons when the rungs of a ladder are reached, pauses left out; all in the unit's own time. */
@RequiredArgsConstructor
final class Reckoning {

  private static final int REMINDER_PERCENT = 75;

  private final WorkingCalendar calendar;
  private final TimeSpan.Unit unit;
  private final List<Pause> pauses;

  /** A clock that counts from a moment. */
  static Moments from(WorkingCalendar calendar, Instant start, TimeSpan span, List<Pause> pauses) {
    return new Reckoning(calendar, span.unit(), pauses).ladder(start, span.length(), span.length());
  }

  /** A clock towards a moment that is fixed, such as three days before a visit: its time is what lies between. One that is late from the start has its span once more. */
  static Moments until(WorkingCalendar calendar, Instant start, Instant due, TimeSpan span, List<Pause> pauses) {
    Duration length = calendar.between(start, due, span.unit());
    if (length.isNegative() || length.isZero()) {
      Duration more = span.amount() == 0 ? Duration.ofDays(1) : span.length().abs();
      return new Moments(due, due, calendar.plus(start, more, span.unit()));
    }
    Moments moments = new Reckoning(calendar, span.unit(), pauses).ladder(start, length, length);
    return pauses.isEmpty() ? new Moments(moments.remind(), due, moments.handOver()) : moments;
  }

  private Moments ladder(Instant start, Duration length, Duration more) {
    return new Moments(moment(start, length.multipliedBy(REMINDER_PERCENT).dividedBy(100)), moment(start, length), moment(start, length.plus(more)));
  }

  /** When so much time has passed since the start outside the pauses; a pause that is still open does not count yet. */
  private Instant moment(Instant start, Duration time) {
    Instant from = start;
    Duration left = time;
    for (Pause pause : pauses) {
      if (pause.until() == null || !pause.until().isAfter(from)) {
        continue;
      }
      Duration before = pause.since().isAfter(from) ? calendar.between(from, pause.since(), unit) : Duration.ZERO;
      if (before.compareTo(left) >= 0) {
        break;
      }
      left = left.minus(before);
      from = pause.until();
    }
    return calendar.plus(from, left, unit);
  }
}
