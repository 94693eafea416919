package dev.kefu.aftersales;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as people read them, in the enterprise's time. */
public final class Moments {

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private Moments() {
  }

  /** A moment in words; empty for null. */
  public static String shown(OffsetDateTime moment, Clock clock) {
    return moment == null ? "" : shown(moment.toInstant(), clock);
  }

  /** A moment in words. */
  public static String shown(Instant moment, Clock clock) {
    return shown(moment, clock.getZone());
  }

  /** A moment in words. */
  public static String shown(Instant moment, ZoneId zone) {
    return SHOWN.format(moment.atZone(zone));
  }
}
