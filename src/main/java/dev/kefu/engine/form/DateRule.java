package dev.kefu.engine.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.regex.Pattern;

/** Dates, times and both, in exactly the notation that form-js writes. */
final class DateRule {

  private static final String DATE = "[1-9]\\d{3}-\\d{2}-\\d{2}";
  private static final Pattern PLAIN_DATE = Pattern.compile(DATE);

  private enum Notation {

    OFFSET("[+-]\\d{2}:\\d{2}", "+08:00"),
    UTC("Z", "Z"),
    NONE("", "");

    private final Pattern time;
    private final Pattern dateTime;
    private final String sample;

    Notation(String zone, String sample) {
      time = Pattern.compile("\\d{2}:\\d{2}" + zone);
      dateTime = Pattern.compile(DATE + "T\\d{2}:\\d{2}" + zone);
      this.sample = sample;
    }
  }

  private DateRule() {
  }

  static void check(FieldCheck check) {
    DateSettings settings = check.field().date();
    Notation notation = Notation.valueOf(settings.zone().name());
    String text = check.value() instanceof String string ? string : "";
    switch (settings.kind()) {
      case DATE -> {
        if (check.refuseUnless(PLAIN_DATE.matcher(text).matches() && exists(() -> LocalDate.parse(text)), Messages.NO_DATE)) {
          notPast(check, LocalDate.parse(text));
        }
      }
      case TIME -> check.refuseUnless(notation.time.matcher(text).matches()
        && exists(() -> time(text, notation)), Messages.time("18:30" + notation.sample));
      case DATETIME -> {
        if (check.refuseUnless(notation.dateTime.matcher(text).matches()
          && exists(() -> dateTime(check, text, notation)), Messages.time("2026-11-26T18:30" + notation.sample))) {
          notPast(check, dateTime(check, text, notation).toLocalDate());
        }
      }
    }
  }

  private static void notPast(FieldCheck check, LocalDate date) {
    check.refuseUnless(!check.field().date().notPast() || !date.isBefore(check.today()), Messages.PAST);
  }

  private static LocalTime time(String text, Notation notation) {
    return notation == Notation.NONE ? LocalTime.parse(text) : OffsetTime.parse(text).toLocalTime();
  }

  private static LocalDateTime dateTime(FieldCheck check, String text, Notation notation) {
    return notation == Notation.NONE ? LocalDateTime.parse(text)
      : OffsetDateTime.parse(text).atZoneSameInstant(check.zone()).toLocalDateTime();
  }

  private static boolean exists(Runnable parse) {
    try {
      parse.run();
      return true;
    } catch (DateTimeException noSuchTime) {
      return false;
    }
  }
}
