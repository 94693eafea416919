package dev.kefu.calendar.reckoning;

import static dev.kefu.calendar.reckoning.DayHours.DAY;

import dev.kefu.calendar.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import lombok.RequiredArgsConstructor;

/**
 * Adds and measures time. Every moment has a position on the working calendar: the working days before it plus the part of its own day that
 * is over. It grows during working hours and stands still between them, so several moments share a position: a span forward ends at the
 * first of them (the evening), a span backward at the last (the morning). {@code between(from, plus(from, time)) == time} for every time
 * in whole milliseconds.
 */
@RequiredArgsConstructor
public class Reckoning {

  private static final long MILLISECOND = 1_000_000;
  /** No calendar has a year without work; only wrong exceptions can make one. */
  private static final int LONGEST_PAUSE = 366;

  private final CalendarDays days;
  private final ZoneId zone;

  /** See {@link dev.kefu.calendar.WorkingCalendar#plus}. */
  public Instant plus(Instant from, Duration time, TimeSpan.Unit unit) {
    return switch (unit) {
      case H, M -> from.plus(time);
      case CD -> local(from).plus(time).atZone(zone).toInstant();
      case WD -> time.isZero() ? from : moment(time.isNegative() ? before(local(from), time.negated()) : after(local(from), time));
    };
  }

  /** See {@link dev.kefu.calendar.WorkingCalendar#between}. */
  public Duration between(Instant from, Instant to, TimeSpan.Unit unit) {
    return switch (unit) {
      case H, M -> Duration.between(from, to);
      case CD -> Duration.between(local(from), local(to));
      case WD -> to.isBefore(from) ? workingTime(local(to), local(from)).negated() : workingTime(local(from), local(to));
    };
  }

  private LocalDateTime after(LocalDateTime from, Duration time) {
    LocalDate day = from.toLocalDate();
    long passed = passed(from);
    if (!days.hours(day).isWorking() || passed == DAY) {
      day = workingDay(day, 1);
      passed = 0;
    }
    long sum = passed + rest(time);
    long steps = time.toDays() + sum / DAY;
    long target = sum % DAY;
    if (target == 0) {
      steps--;
      target = DAY;
    }
    for (; steps > 0; steps--) {
      day = workingDay(day, 1);
    }
    return at(day, days.hours(day).firstMomentOf(target));
  }

  private LocalDateTime before(LocalDateTime from, Duration time) {
    LocalDate day = from.toLocalDate();
    long passed = passed(from);
    if (!days.hours(day).isWorking() || passed == 0) {
      day = workingDay(day, -1);
      passed = DAY;
    }
    long steps = time.toDays();
    long target = passed - rest(time);
    if (target < 0) {
      steps++;
      target += DAY;
    } else if (target == DAY) {
      steps--;
      target = 0;
    }
    for (; steps > 0; steps--) {
      day = workingDay(day, -1);
    }
    return at(day, days.hours(day).lastMomentOf(target));
  }

  private Duration workingTime(LocalDateTime from, LocalDateTime to) {
    long wholeDays = from.toLocalDate().datesUntil(to.toLocalDate()).filter(day -> days.hours(day).isWorking()).count();
    long rest = passed(to) - passed(from);
    // A nanosecond on the clock is several of working time: what the clock cannot tell is no part of the answer.
    return Duration.ofDays(wholeDays).plusMillis(Math.floorDiv(rest + MILLISECOND / 2, MILLISECOND));
  }

  private LocalDate workingDay(LocalDate from, int direction) {
    LocalDate day = from.plusDays(direction);
    for (int pause = 0; !days.hours(day).isWorking(); pause++) {
      if (pause > LONGEST_PAUSE) {
        throw new IllegalStateException("The calendar knows no working day within a year of " + from + ".");
      }
      day = day.plusDays(direction);
    }
    return day;
  }

  private long passed(LocalDateTime moment) {
    DayHours hours = days.hours(moment.toLocalDate());
    return hours.isWorking() ? hours.passed(moment.toLocalTime().toNanoOfDay()) : 0;
  }

  private static long rest(Duration time) {
    return time.minusDays(time.toDays()).toNanos();
  }

  /** Work until 24:00 ends at the beginning of the next date. */
  private static LocalDateTime at(LocalDate day, long nanoOfDay) {
    return nanoOfDay == DAY ? day.plusDays(1).atStartOfDay() : day.atTime(LocalTime.ofNanoOfDay(nanoOfDay));
  }

  private LocalDateTime local(Instant moment) {
    return LocalDateTime.ofInstant(moment, zone);
  }

  private Instant moment(LocalDateTime local) {
    return local.atZone(zone).toInstant();
  }
}
