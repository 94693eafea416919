package dev.kefu.engine.model;

import dev.kefu.calendar.TimeSpan;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.function.Function;

/** Reads what process owners write into timers and due dates; the engine reads it only when the case arrives there. */
final class Timing {

  private Timing() {
  }

  /** {@code 2wd}, {@code 4h}, {@code 30cd}, an ISO period or duration, or a variable. */
  static boolean isAmount(String text) {
    return TimeSpan.isSpan(text) && TimeSpan.parse(text).amount() > 0 || isVariable(text) || parses(text, Period::parse) || parses(text, Timing::duration);
  }

  /** An amount from now, an ISO date or date and time, or a variable. */
  static boolean isMoment(String text) {
    return isAmount(text) || parses(text, LocalDate::parse) || parses(text, LocalDateTime::parse) || parses(text, OffsetDateTime::parse);
  }

  /** {@code R3/PT1H}, or a cron text of six or seven parts. */
  static boolean isCycle(String text) {
    int slash = text.indexOf('/');
    return isVariable(text) || text.matches("R\\d*/.+") && isAmount(text.substring(slash + 1)) || text.matches("([0-9*?/,#LWA-Z-]+\\s+){5,6}[0-9*?/,#LWA-Z-]+");
  }

  private static boolean isVariable(String text) {
    return text.matches("[$#]\\{.+}") && Expressions.variables(text).isPresent();
  }

  /** ISO durations may mix days with hours ({@code P1DT4H}) and, other than Java's, weeks and months before them. */
  private static Duration duration(String text) {
    int time = text.indexOf('T');
    if (time > 1) {
      Period.parse(text.substring(0, time));
      return Duration.parse("P" + text.substring(time));
    }
    return Duration.parse(text);
  }

  private static boolean parses(String text, Function<String, ?> parser) {
    try {
      return List.of(parser.apply(text)).size() == 1;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
