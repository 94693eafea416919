package dev.kefu.complaint.statistics;

import dev.kefu.reporting.Figures;
import dev.kefu.reporting.Figures.Line;
import dev.kefu.reporting.Grouping;
import dev.kefu.reporting.Period;
import dev.kefu.reporting.Report;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/** Counts what an analysis presents, by the same definitions as the reports that everybody reads. */
@Service
public class ComplaintFigures {

  /** Code of the grouping of causes. */
  public static final String BY_CAUSE = "cause";

  private static final List<String> TABLES = List.of("kind", "product", "region", BY_CAUSE, "department");

  private final Figures figures;
  private final Report statistics;
  private final Report timeliness;
  private final Report analysis;

  ComplaintFigures(Figures figures, @Qualifier("complaintStatistics") Report statistics, @Qualifier("complaintTimelinessReport") Report timeliness,
                   @Qualifier("complaintAnalysisReport") Report analysis) {
    this.figures = figures;
    this.statistics = statistics;
    this.timeliness = timeliness;
    this.analysis = analysis;
  }

  /**
   * What was counted.
   *
   * @param numbers figures of all complaints by the columns' ids; what stays open is missing
   * @param tables the groups of each table, by grouping id: kind, product, region, cause, department
   */
  public record Counted(Map<String, BigDecimal> numbers, Map<String, Table> tables) {
  }

  /**
   * A table.
   *
   * @param title what people read
   * @param lines the largest group first
   */
  public record Table(String title, List<Line> lines) {
  }

  /** Counts the complaints of a period. */
  public Counted of(Period period) {
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    List.of(statistics, timeliness, analysis).forEach(report -> numbers.putAll(figures.total(report, period).values()));
    Map<String, Table> tables = new LinkedHashMap<>();
    TABLES.forEach(id -> tables.put(id, table(statistics, period, id)));
    return new Counted(numbers, tables);
  }

  /** The complaints of a period by their causes. */
  public List<Line> causes(Period period) {
    return table(analysis, period, BY_CAUSE).lines();
  }

  private Table table(Report report, Period period, String groupingId) {
    Grouping grouping = report.grouping(groupingId).orElseThrow();
    List<Line> lines = new ArrayList<>();
    figures.groups(report, period, grouping, lines::add);
    return new Table(grouping.title(), lines);
  }
}
