package dev.kefu.engine.form;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How a datetime field writes its value.
 *
 * @param kind a date, a time or both
 * @param zone what follows a time: an offset, {@code Z} or nothing
 * @param notPast whether a date before today is refused
 */
record DateSettings(Kind kind, Zone zone, boolean notPast) {

  enum Kind { DATE, TIME, DATETIME }

  enum Zone { OFFSET, UTC, NONE }

  static DateSettings of(JsonNode component, String name) {
    return new DateSettings(kind(component.path("subtype").asText("date"), name),
      zone(component.path("timeSerializingFormat").asText(""), name),
      component.path("disallowPassedDates").asBoolean(false));
  }

  private static Kind kind(String subtype, String name) {
    return switch (subtype) {
      case "date" -> Kind.DATE;
      case "time" -> Kind.TIME;
      case "datetime" -> Kind.DATETIME;
      default -> throw new FormDefinitionException(name + ": unknown subtype '" + subtype + "', use date, time or datetime");
    };
  }

  private static Zone zone(String format, String name) {
    return switch (format) {
      case "utc_offset" -> Zone.OFFSET;
      case "utc_normalized" -> Zone.UTC;
      case "no_timezone", "" -> Zone.NONE;
      default -> throw new FormDefinitionException(name + ": unknown time format '" + format + "', use utc_offset, utc_normalized or no_timezone");
    };
  }
}
