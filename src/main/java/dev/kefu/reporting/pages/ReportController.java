package dev.kefu.reporting.pages;

import dev.kefu.engine.CaseAccess;
import dev.kefu.reporting.Column;
import dev.kefu.reporting.Figures;
import dev.kefu.reporting.Figures.Line;
import dev.kefu.reporting.Figures.TracedCase;
import dev.kefu.reporting.Grouping;
import dev.kefu.reporting.Period;
import dev.kefu.reporting.Report;
import dev.kefu.reporting.Report.Fact;
import dev.kefu.reporting.pages.ReportFile.Heading;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Serves Tasklist's entry "Reports 統計" and, below {@code /api}, other programs. Who may see a report stands with the report. */
@RestController
@RequestMapping({"/api/reports", "/camunda/api/kefu/reports"})
@Tag(name = "Reports", description = "For the roles that the handbook names")
@RequiredArgsConstructor
class ReportController {

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int MOST_LINES = 500;
  private static final int PAGE = 200;
  private static final String ID = "{id:[a-z0-9-]+}";

  private final Reports reports;
  private final ReportFile file;
  private final Figures figures;
  private final CaseAccess access;
  private final Clock clock;

  /**
   * A report in the list.
   *
   * @param periods for which it is made, the usual one first
   */
  record Summary(String id, String title, String definition, List<PeriodKind> periods, List<Choice> groupings) {
  }

  /**
   * A length of time.
   *
   * @param kind {@code week}, {@code month} or {@code year}
   * @param current the running period
   */
  record PeriodKind(String kind, String label, String current) {
  }

  /** Something to choose. */
  record Choice(String id, String label) {
  }

  /**
   * A figure's heading.
   *
   * @param unit {@code number}, {@code percent}, {@code yuan} or {@code days}
   */
  record ColumnView(String id, String label, String unit) {
  }

  /**
   * A report.
   *
   * @param lines the largest groups
   * @param more whether there are groups that only the file shows
   */
  record Sheet(String id, String title, String definition, String period, String periodLabel, String previous, String next, String grouping, String groupingLabel,
               List<ColumnView> columns, Line total, List<Line> lines, boolean more) {
  }

  /**
   * Cases behind a figure.
   *
   * @param facts what the cases' facts are called
   * @param after for the next page; missing on the last one
   */
  record Cases(List<String> facts, List<TracedCase> cases, Long after) {
  }

  /** The reports that the caller may see. */
  @GetMapping
  List<Summary> all() {
    LocalDate today = LocalDate.now(clock);
    return reports.own().stream().map(report -> new Summary(report.id(), report.title(), report.definition(),
        report.periods().stream().map(kind -> new PeriodKind(name(kind), kind.label(), Period.containing(kind, today).text())).toList(),
        report.groupings().stream().map(grouping -> new Choice(grouping.id(), grouping.title())).toList())).toList();
  }

  /** A report's figures; the running period and the usual grouping where none is named. */
  @GetMapping("/" + ID)
  Sheet figures(@PathVariable String id, @RequestParam(required = false) String period, @RequestParam(required = false) String grouping) {
    Report report = reports.find(id);
    Period time = reports.period(report, period);
    Grouping by = Reports.grouping(report, grouping);
    List<Line> lines = new ArrayList<>();
    figures.groups(report, time, by, line -> {
      if (lines.size() <= MOST_LINES) {
        lines.add(line);
      }
    });
    boolean more = lines.size() > MOST_LINES;
    return new Sheet(report.id(), report.title(), report.definition(), time.text(), time.label(), time.previous().text(), time.next().text(),
        by.id(), by.title(),
        report.columns().stream().map(column -> new ColumnView(column.id(), column.label(), name(column.kind().unit()))).toList(), figures.total(report, time),
        more ? List.copyOf(lines.subList(0, MOST_LINES)) : lines, more);
  }

  /**
   * The cases behind a figure, 200 at a time.
   *
   * @param group key of the group; without one those of all groups
   * @param column the figure
   * @param after where the page before said that the next one begins
   */
  @GetMapping("/" + ID + "/cases")
  Cases cases(@PathVariable String id, @RequestParam(required = false) String period, @RequestParam(required = false) String grouping,
              @RequestParam(required = false) String group, @RequestParam String column, @RequestParam(defaultValue = "0") long after) {
    Report report = reports.find(id);
    Column figure = report.column(column).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "This report has no figure \"" + column + "\". 沒有此欄。"));
    List<TracedCase> page = figures.cases(report, reports.period(report, period), Reports.grouping(report, grouping), group, figure, after, PAGE);
    return new Cases(report.source().facts().stream().map(Fact::label).toList(), page, page.size() < PAGE ? null : page.get(page.size() - 1).id());
  }

  /** The report with all its cases as XLSX; who takes it away stands in the file and in the audit trail. */
  @GetMapping("/" + ID + ".xlsx")
  void download(@PathVariable String id, @RequestParam(required = false) String period, @RequestParam(required = false) String grouping, HttpServletResponse response)
      throws IOException {
    Report report = reports.find(id);
    Period time = reports.period(report, period);
    Grouping by = Reports.grouping(report, grouping);
    String person = reports.personId();
    String name = access.namesOf(List.of(person)).getOrDefault(person, person);
    reports.exported(report, time, by);
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + report.id() + "-" + time.text() + ".xlsx\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    file.write(report, time, by, new Heading(name + " (" + person + ")", SHOWN.format(LocalDateTime.now(clock))), response.getOutputStream());
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
