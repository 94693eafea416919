package dev.kefu.reporting.tables;

import dev.kefu.reporting.Column;
import dev.kefu.reporting.Grouping;
import dev.kefu.reporting.Report;
import dev.kefu.reporting.Report.Source;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The SQL of a report, for H2 and MySQL 8 alike. Each figure needs two sums: what is counted, and what it is divided by. */
final class ReportSql {

  private static final String COUNTED = "1";

  private ReportSql() {
  }

  static String total(Report report) {
    return "select " + sums(report) + spanning(report.source());
  }

  static String groups(Report report, Grouping grouping) {
    return "select " + key(grouping) + ", min(" + grouping.name() + "), " + sums(report) + spanning(report.source()) + " group by " + key(grouping)
        + " order by 3 desc, 1";
  }

  static String cases(Report report, Grouping grouping, boolean ofGroup, Column column) {
    Source source = report.source();
    String facts = source.facts().stream().map(fact -> ", " + fact.value()).collect(Collectors.joining());
    return "select " + source.id() + ", " + source.caseNumber() + ", " + source.moment() + ", " + grouping.name() + facts + spanning(source) + " and " + inPeriod(source)
        + (column == null ? "" : " and (" + column.condition() + ")") + (ofGroup ? " and " + key(grouping) + " = :group" : "") + " and " + source.id() + " > :after"
        + " order by " + source.id() + " limit :most";
  }

  /** The period and the one before it. */
  private static String spanning(Source source) {
    return " from " + source.from() + " where (" + source.condition() + ") and " + source.moment() + " >= :before and " + source.moment() + " < :end";
  }

  private static String inPeriod(Source source) {
    return source.moment() + " >= :begin";
  }

  private static String key(Grouping grouping) {
    return "coalesce(" + grouping.key() + ", '')";
  }

  private static String sums(Report report) {
    List<Column> columns = report.columns();
    return IntStream.range(0, columns.size()).mapToObj(i -> sums(columns.get(i), report.source())).collect(Collectors.joining(", "));
  }

  private static String sums(Column column, Source source) {
    String now = inPeriod(source) + " and (" + column.condition() + ")";
    return switch (column.kind()) {
      case COUNT, SHARE, CUMULATIVE -> sum(now, COUNTED) + ", 0";
      case CHANGE -> sum(now, COUNTED) + ", " + sum("not (" + inPeriod(source) + ") and (" + column.condition() + ")", COUNTED);
      case RATE -> sum(now, COUNTED) + ", " + sum(inPeriod(source) + " and (" + column.base() + ")", COUNTED);
      case PER_HUNDRED -> sum(now, COUNTED) + ", max(" + column.base() + ")";
      case QUANTITY, MONEY -> sum(now, column.value()) + ", 0";
      case SUM_RATE, MONEY_EACH -> sum(now, column.value()) + ", " + sum(now, column.base());
      case MEAN, MEAN_DAYS -> sum(now, column.value()) + ", " + sum(now, COUNTED);
    };
  }

  private static String sum(String condition, String value) {
    return "sum(case when " + condition + " then " + value + " else 0 end)";
  }
}
