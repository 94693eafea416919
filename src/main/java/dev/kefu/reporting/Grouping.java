package dev.kefu.reporting;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * By what a report's cases are put together.
 *
 * @param id camelCase
 * @param title what people read
 * @param key SQL of what one group has in common; null and an empty text are the group of those that do not say it
 * @param name SQL of a text to name the group by; those of a group are alike
 * @param naming turns that text into what people read
 */
public record Grouping(String id, String title, String key, String name, UnaryOperator<String> naming) {

  /** Groups by a code. */
  public static Grouping byCode(String id, String title, String column, Map<String, String> labels) {
    return new Grouping(id, title, column, column, code -> labels.getOrDefault(code, code));
  }

  /** Groups by what people wrote, whether in capitals or not. */
  public static Grouping byText(String id, String title, String column) {
    return new Grouping(id, title, "lower(trim(" + column + "))", "trim(" + column + ")", UnaryOperator.identity());
  }
}
