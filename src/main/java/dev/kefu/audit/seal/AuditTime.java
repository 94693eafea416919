package dev.kefu.audit.seal;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Times as they stand in hashes, in the file, and in parameters: the MySQL driver would cut the milliseconds of a timestamp parameter. */
final class AuditTime {

  private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

  private AuditTime() {
  }

  static String format(LocalDateTime time) {
    return MILLISECONDS.format(time);
  }
}
