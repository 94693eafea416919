package dev.kefu.notification.outbox;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Times as parameters: the MySQL driver would cut the milliseconds of a timestamp (sendFractionalSeconds=false, which the engine needs). */
final class OutboxTime {

  private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

  private OutboxTime() {
  }

  static String format(LocalDateTime time) {
    return MILLISECONDS.format(time);
  }
}
