package dev.kefu.demo;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * What a demo user writes into one form.
 *
 * @param root name of the form's part in the case
 * @param data its fields
 */
public record FilledForm(String root, Map<String, Object> data) {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx");

  /** A moment as the forms' fields for date and time write it. */
  public static String minutes(OffsetDateTime moment) {
    return MINUTES.format(moment);
  }
}
