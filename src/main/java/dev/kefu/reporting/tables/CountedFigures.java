package dev.kefu.reporting.tables;

import dev.kefu.reporting.Column;
import dev.kefu.reporting.Figures;
import dev.kefu.reporting.Grouping;
import dev.kefu.reporting.Period;
import dev.kefu.reporting.Report;
import dev.kefu.reporting.Report.Fact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Lets the database count. Nothing is kept: a figure is what the registers say at the moment. */
@Service
@RequiredArgsConstructor
class CountedFigures implements Figures {

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
  private static final String NOT_SAID = "— Not given 未填";
  private static final String TOTAL = "Total 合計";
  private static final int SUMS_A_COLUMN = 2;

  private final JdbcClient jdbc;
  private final Clock clock;

  @Override
  public Line total(Report report, Period period) {
    return jdbc.sql(ReportSql.total(report)).params(times(period)).query((row, index) -> new Line("", TOTAL, values(report, sums(report, row, 1), null))).single();
  }

  @Override
  public void groups(Report report, Period period, Grouping grouping, Consumer<Line> sink) {
    Map<String, BigDecimal> all = jdbc.sql(ReportSql.total(report)).params(times(period)).query((row, index) -> counted(report, sums(report, row, 1))).single();
    Map<String, BigDecimal> soFar = new HashMap<>();
    RowCallbackHandler line = row -> {
      List<BigDecimal> sums = sums(report, row, 3);
      counted(report, sums).forEach((column, counted) -> soFar.merge(column, counted, BigDecimal::add));
      sink.accept(new Line(row.getString(1), name(grouping, row.getString(2)), values(report, sums, new Whole(all, soFar))));
    };
    jdbc.sql(ReportSql.groups(report, grouping)).params(times(period)).query(line);
  }

  @Override
  public List<TracedCase> cases(Report report, Period period, Grouping grouping, String group, Column column, long after, int most) {
    Map<String, Object> parameters = times(period);
    parameters.put("after", after);
    parameters.put("most", most);
    if (group != null) {
      parameters.put("group", group);
    }
    return jdbc.sql(ReportSql.cases(report, grouping, group != null, column)).params(parameters).query((row, index) -> traced(report, grouping, row)).list();
  }

  /** Date-times of the enterprise, as the registers keep them. */
  private Map<String, Object> times(Period period) {
    Map<String, Object> times = new HashMap<>();
    times.put("before", period.previous().first().atStartOfDay());
    times.put("begin", period.first().atStartOfDay());
    times.put("end", period.end().atStartOfDay());
    times.put("now", LocalDateTime.now(clock));
    times.put("period", period.text());
    return times;
  }

  private static TracedCase traced(Report report, Grouping grouping, ResultSet row) throws SQLException {
    List<String> facts = new ArrayList<>();
    int column = 5;
    for (Fact fact : report.source().facts()) {
      String value = row.getString(column);
      facts.add(value == null || value.isEmpty() ? "" : fact.naming().apply(value));
      column++;
    }
    return new TracedCase(row.getLong(1), row.getString(2), SHOWN.format(row.getObject(3, LocalDateTime.class)), name(grouping, row.getString(4)), facts);
  }

  private static String name(Grouping grouping, String text) {
    return text == null || text.isEmpty() ? NOT_SAID : grouping.naming().apply(text);
  }

  private static List<BigDecimal> sums(Report report, ResultSet row, int first) throws SQLException {
    List<BigDecimal> sums = new ArrayList<>();
    for (int i = 0; i < SUMS_A_COLUMN * report.columns().size(); i++) {
      BigDecimal sum = row.getBigDecimal(first + i);
      sums.add(sum == null ? BigDecimal.ZERO : sum);
    }
    return sums;
  }

  private static Map<String, BigDecimal> counted(Report report, List<BigDecimal> sums) {
    Map<String, BigDecimal> counted = new HashMap<>();
    for (int i = 0; i < report.columns().size(); i++) {
      counted.put(report.columns().get(i).id(), sums.get(SUMS_A_COLUMN * i));
    }
    return counted;
  }

  /** What all groups have together, and those up to this one. */
  private record Whole(Map<String, BigDecimal> all, Map<String, BigDecimal> soFar) {
  }

  /** Without a whole the line is the whole. */
  private static Map<String, BigDecimal> values(Report report, List<BigDecimal> sums, Whole whole) {
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    for (int i = 0; i < report.columns().size(); i++) {
      Column column = report.columns().get(i);
      BigDecimal counted = sums.get(SUMS_A_COLUMN * i);
      BigDecimal divisor = sums.get(SUMS_A_COLUMN * i + 1);
      BigDecimal value = switch (column.kind()) {
        case COUNT, QUANTITY -> counted.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(counted.stripTrailingZeros().toPlainString());
        case MONEY -> counted.setScale(2, RoundingMode.HALF_UP);
        case SHARE -> percent(counted, whole == null ? counted : whole.all().get(column.id()));
        case CUMULATIVE -> whole == null ? percent(counted, counted) : percent(whole.soFar().get(column.id()), whole.all().get(column.id()));
        case CHANGE -> percent(counted.subtract(divisor), divisor);
        case RATE, PER_HUNDRED, SUM_RATE -> percent(counted, divisor);
        case MONEY_EACH -> divisor.signum() == 0 ? null : counted.divide(divisor, 2, RoundingMode.HALF_UP);
        case MEAN -> divisor.signum() == 0 ? null : counted.divide(divisor, 1, RoundingMode.HALF_UP);
        case MEAN_DAYS -> divisor.signum() == 0 ? null : counted.divide(divisor.multiply(SECONDS_A_DAY), 1, RoundingMode.HALF_UP);
      };
      if (value != null) {
        values.put(column.id(), value);
      }
    }
    return values;
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? null : part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
  }
}
