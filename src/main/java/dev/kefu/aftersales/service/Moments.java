package dev.kefu.aftersales.service;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Moments as people read them, in the enterprise's time. */
final class Moments {

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private Moments() {
  }

  /** A moment in words; empty for null. */
  static String shown(OffsetDateTime moment, Clock clock) {
    return moment == null ? "" : shown(moment.toInstant(), clock);
  }

  /** A moment in words. */
  static String shown(Instant moment, Clock clock) {
    return SHOWN.format(moment.atZone(clock.getZone()));
  }
}
