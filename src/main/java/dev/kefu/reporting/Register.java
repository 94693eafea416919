package dev.kefu.reporting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A register that may be taken away as a file, one row for each of its entries. The module that owns the tables contributes it as a bean; what stands in SQL is of
 * those tables, and is never made of what people enter. Who may take it away stands in {@code roles.yaml} under {@code exports}.
 *
 * @param id kebab-case
 * @param title English 中文
 * @param tables the JPA entities' tables that it shows
 * @param from SQL behind {@code from}, with {@code where} if not all rows count
 * @param key SQL of a number that is one row's own
 * @param moment SQL of the date or date-time by which a period chooses rows; null where there is none and all rows go together
 * @param fields its columns
 * @param secrecy SQL of the secrecy grade of the customer whom a row is about; null where rows are about nobody who has one
 */
public record Register(String id, String title, Set<String> tables, String from, String key, String moment, List<Field> fields, String secrecy) {

  private static final String HIDDEN = "●●● (secrecy 保密)";

  public Register(String id, String title, Set<String> tables, String from, String key, String moment, List<Field> fields) {
    this(id, title, tables, from, key, moment, fields, null);
  }

  /** The same with rows of these secrecy grades cut down to their first column and the grade: counts stay right. */
  public Register hiding(Set<String> grades) {
    if (secrecy == null || grades.isEmpty()) {
      return this;
    }
    String hidden = grades.stream().sorted().map(grade -> "'" + grade + "'").collect(Collectors.joining(", ", "case when " + secrecy + " in (", ") then "));
    return new Register(id, title, tables, from, key, moment, fields.stream().map(field -> field == fields.get(0) || field.value().equals(secrecy) ? field
        : new Field(field.title(), hidden + (field.type() == Type.TEXT ? "'" + HIDDEN + "'" : "null") + " else " + field.value() + " end", field.type(), field.naming())).toList(), secrecy);
  }

  /** What a column holds. */
  public enum Type { TEXT, NUMBER, DATE, TIME, YES_NO }

  /**
   * A column.
   *
   * @param title English 中文
   * @param value SQL
   * @param naming turns a text into what people read
   */
  public record Field(String title, String value, Type type, UnaryOperator<String> naming) {

    /** What people wrote, numbers of cases, user ids. */
    public static Field text(String title, String value) {
      return new Field(title, value, Type.TEXT, UnaryOperator.identity());
    }

    /** A code of which people read the name. */
    public static Field code(String title, String value, Map<String, String> labels) {
      return new Field(title, value, Type.TEXT, code -> labels.getOrDefault(code, code));
    }

    /** A number, money in yuan. */
    public static Field number(String title, String value) {
      return new Field(title, value, Type.NUMBER, UnaryOperator.identity());
    }

    /** A day. */
    public static Field date(String title, String value) {
      return new Field(title, value, Type.DATE, UnaryOperator.identity());
    }

    /** A date-time of the enterprise. */
    public static Field time(String title, String value) {
      return new Field(title, value, Type.TIME, UnaryOperator.identity());
    }

    /** Yes or no. */
    public static Field yesNo(String title, String value) {
      return new Field(title, value, Type.YES_NO, UnaryOperator.identity());
    }
  }
}
