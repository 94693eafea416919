package dev.kefu.reporting.pages;

import dev.kefu.reporting.Column;
import dev.kefu.reporting.Figures;
import dev.kefu.reporting.Figures.Line;
import dev.kefu.reporting.Figures.TracedCase;
import dev.kefu.reporting.Grouping;
import dev.kefu.reporting.Period;
import dev.kefu.reporting.Report;
import dev.kefu.reporting.Report.Fact;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;

/**
 * Writes a report with the cases behind it as XLSX, row by row. What people wrote is a text cell of its own and formatted as text: it is no formula, and does not
 * become one when somebody edits it.
 */
@Component
@RequiredArgsConstructor
class ReportFile {

  private static final int PAGE = 1000;
  private static final int MOST_ROWS = 1_000_000;
  private static final int FACTS_FROM = 3;

  private final Figures figures;

  /**
   * What stands above the figures.
   *
   * @param person who takes the file away
   * @param time when, ready to be read
   */
  record Heading(String person, String time) {
  }

  void write(Report report, Period period, Grouping grouping, Heading heading, OutputStream out) throws IOException {
    try (Workbook book = new Workbook(out, "Kefu", null)) {
      Sheet summary = new Sheet(book.newWorksheet("Figures 統計"), report.columns().size() + 1);
      head(summary, report, period, grouping, heading);
      summary.heading(grouping.title(), report.columns().stream().map(Column::label).toList());
      line(summary, report, figures.total(report, period));
      figures.groups(report, period, grouping, group -> line(summary, report, group));
      summary.finish();
      cases(new Sheet(book.newWorksheet("Cases 案件"), FACTS_FROM + report.source().facts().size()), report, period, grouping);
    }
  }

  private static void head(Sheet sheet, Report report, Period period, Grouping grouping, Heading heading) {
    sheet.texts(List.of(report.title()));
    sheet.texts(List.of("Period 期間", period.label()));
    sheet.texts(List.of("Grouped by 分組", grouping.title()));
    sheet.texts(List.of("Exported by 導出人", heading.person()));
    sheet.texts(List.of("Exported at 導出時間", heading.time()));
    sheet.texts(List.of("Definition 口徑", report.definition()));
    sheet.texts(List.of());
  }

  private static void line(Sheet sheet, Report report, Line line) {
    sheet.figures(line.label(), report.columns().stream().map(column -> line.values().get(column.id())).toArray(BigDecimal[]::new));
  }

  private void cases(Sheet sheet, Report report, Period period, Grouping grouping) {
    sheet.heading("Case 案件", Stream.concat(Stream.of("Date 日期", grouping.title()), report.source().facts().stream().map(Fact::label)).toList());
    long last = 0;
    for (List<TracedCase> page = figures.cases(report, period, grouping, null, null, last, PAGE); !page.isEmpty() && sheet.rows() < MOST_ROWS;
         page = figures.cases(report, period, grouping, null, null, last, PAGE)) {
      for (TracedCase one : page) {
        sheet.texts(Stream.concat(Stream.of(one.caseNumber(), one.moment(), one.group()), one.facts().stream()).toList());
      }
      last = page.get(page.size() - 1).id();
    }
    sheet.finish();
  }
}
