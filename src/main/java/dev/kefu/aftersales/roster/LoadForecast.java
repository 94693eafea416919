package dev.kefu.aftersales.roster;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forecasts the work of a month from the cases of the last three. */
@Service
@RequiredArgsConstructor
class LoadForecast {

  private static final int MONTHS = 3;
  private static final int BUSIEST = 5;
  private static final BigDecimal MINUTES_OF_HOUR = BigDecimal.valueOf(60);

  private final JdbcClient jdbc;
  private final ShiftHours hours;
  private final Clock clock;

  /**
   * How many cases came in one half-hour of the day.
   *
   * @param area kind of the work
   * @param halfHour for example {@code 09:30}
   * @param casesDaily on average
   */
  record HalfHour(String area, String halfHour, BigDecimal casesDaily) {
  }

  /**
   * What is to be expected.
   *
   * @param staffHours in the month
   */
  record Forecast(List<HalfHour> load, BigDecimal staffHours) {

    /** For the planner: hours, and the busiest half-hours of each area. */
    String facts() {
      StringBuilder facts = new StringBuilder("Forecast 預測: " + staffHours.toPlainString() + " h");
      Map<String, List<HalfHour>> areas = load.stream().collect(Collectors.groupingBy(HalfHour::area, TreeMap::new, Collectors.toList()));
      areas.forEach((area, rows) -> facts.append("\n- ").append(area).append(": ").append(rows.stream().sorted(Comparator.comparing(HalfHour::casesDaily).reversed()).limit(BUSIEST)
          .map(row -> row.halfHour() + " (" + row.casesDaily().toPlainString() + ")").collect(Collectors.joining(", "))));
      return facts.append(areas.isEmpty() ? "\n- no cases in the last three months 近三個月無業務" : "\n\nIn brackets: cases a day in that half-hour. 括號內為該半小時日均件數。").toString();
    }
  }

  /** The forecast for a section. */
  @Transactional(readOnly = true)
  Forecast of(Section section) {
    LocalDate today = LocalDate.now(clock);
    LocalDate since = today.minusMonths(MONTHS);
    long days = ChronoUnit.DAYS.between(since, today);
    List<Count> counts = jdbc.sql("select area, hour(occurred_at) as at_hour, minute(occurred_at) as at_minute, count(*) as cases from aftersales_roster_load"
            + " where section = ? and occurred_at >= ? and occurred_at < ? group by area, hour(occurred_at), minute(occurred_at)")
        .params(section.code(), since, today).query(Count.class).list();
    Map<String, Map<String, Long>> load = counts.stream().collect(Collectors.groupingBy(Count::area, TreeMap::new,
        Collectors.groupingBy(Count::halfHour, TreeMap::new, Collectors.summingLong(Count::cases))));
    List<HalfHour> rows = load.entrySet().stream().flatMap(area -> area.getValue().entrySet().stream()
        .map(half -> new HalfHour(area.getKey(), half.getKey(), BigDecimal.valueOf(half.getValue()).divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP)))).toList();
    long cases = counts.stream().mapToLong(Count::cases).sum();
    BigDecimal staffHours = BigDecimal.valueOf(cases).multiply(BigDecimal.valueOf(hours.effort().toMinutes())).divide(MINUTES_OF_HOUR.multiply(BigDecimal.valueOf(MONTHS)), 1, RoundingMode.UP);
    return new Forecast(rows, staffHours);
  }

  private record Count(String area, int atHour, int atMinute, long cases) {

    private static final int HALF = 30;

    String halfHour() {
      return String.format(Locale.ROOT, "%02d:%s", atHour, atMinute < HALF ? "00" : "30");
    }
  }
}
