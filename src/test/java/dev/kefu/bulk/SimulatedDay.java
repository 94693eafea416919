package dev.kefu.bulk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The working day on which everything happens: it begins at nine, each step takes the department a moment, and it goes on to the next one when it is told. */
final class SimulatedDay {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(17, 30);
  private static final int MILLISECONDS_A_STEP = 500;

  private LocalDate day;
  private long now;

  SimulatedDay(LocalDate first) {
    day = first;
    at(OPENS);
  }

  synchronized void step() {
    long next = now + MILLISECONDS_A_STEP;
    if (next < day.atTime(CLOSES).atZone(ZONE).toInstant().toEpochMilli()) {
      now = next;
      ClockUtil.setCurrentTime(new Date(now));
    }
  }

  synchronized void end() {
    do {
      day = day.plusDays(1);
    } while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
    at(OPENS);
  }

  private void at(LocalTime time) {
    now = day.atTime(time).atZone(ZONE).toInstant().toEpochMilli();
    ClockUtil.setCurrentTime(new Date(now));
  }

  synchronized LocalDate day() {
    return day;
  }

  synchronized OffsetDateTime now() {
    return Instant.ofEpochMilli(now).atZone(ZONE).toOffsetDateTime();
  }
}
