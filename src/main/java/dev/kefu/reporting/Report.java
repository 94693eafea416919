package dev.kefu.reporting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A statistic of the handbook (reports.md). A capability contributes its reports as beans; what stands in SQL is of its own tables, and is never made of what
 * people enter. The SQL may use {@code :now} (a date-time of the enterprise) and {@code :period} ({@link Period#text}).
 *
 * @param id id of the handbook, kebab-case
 * @param title English 中文
 * @param definition what the figures mean, for people
 * @param audience ids of the roles that may see it
 * @param periods lengths of time for which it is made, the usual one first
 * @param source where its cases stand
 * @param groupings by what its cases are put together, the usual one first
 * @param columns its figures; the first one is drawn and sorts the groups
 */
public record Report(String id, String title, String definition, Set<String> audience, List<Period.Kind> periods, Source source, List<Grouping> groupings,
                     List<Column> columns) {

  /**
   * Where the cases of a report stand.
   *
   * @param from SQL behind {@code from}
   * @param condition SQL of what counts at all
   * @param id SQL of a number that is one case's own
   * @param caseNumber SQL of its number
   * @param moment SQL of the date-time that decides in which period it lies
   * @param facts what is shown of a case beside its number and moment
   */
  public record Source(String from, String condition, String id, String caseNumber, String moment, List<Fact> facts) {
  }

  /**
   * Something that is shown of a case.
   *
   * @param label what people read
   * @param value SQL
   * @param naming turns a value into what people read
   */
  public record Fact(String label, String value, UnaryOperator<String> naming) {
  }

  /** The grouping with this id; empty for an unknown one. */
  public Optional<Grouping> grouping(String groupingId) {
    return groupings.stream().filter(grouping -> grouping.id().equals(groupingId)).findFirst();
  }

  /** The column with this id; empty for an unknown one. */
  public Optional<Column> column(String columnId) {
    return columns.stream().filter(column -> column.id().equals(columnId)).findFirst();
  }
}
