package dev.kefu.history.department;

import dev.kefu.deadline.Deadlines;
import dev.kefu.history.department.Department.MonthFigures;
import dev.kefu.history.department.Department.ProcessFigures;
import dev.kefu.history.models.ProcessNames;
import dev.kefu.history.rights.HistoryRights;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the database count, a month at a time; nothing is kept. */
@Service
@RequiredArgsConstructor
class DepartmentFigures {

  private static final String OWN = " p.SUPER_PROCESS_INSTANCE_ID_ is null";
  /** The smallest of those that as many as asked for did not exceed: the same on every database. */
  private static final String FINISHED = "select n.PROC_DEF_KEY_, max(n.cases), min(case when n.place * 2 >= n.cases then n.DURATION_ end), min(case when n.place * 10 >= n.cases * 9 then n.DURATION_ end)"
      + " from (select p.PROC_DEF_KEY_, p.DURATION_, row_number() over (partition by p.PROC_DEF_KEY_ order by p.DURATION_) as place, count(*) over (partition by p.PROC_DEF_KEY_) as cases"
      + " from ACT_HI_PROCINST p where" + OWN + " and p.END_TIME_ >= :from and p.END_TIME_ < :to and p.STATE_ = 'COMPLETED') n group by n.PROC_DEF_KEY_";

  private final JdbcClient jdbc;
  private final Deadlines deadlines;
  private final ProcessNames names;
  private final HistoryRights rights;
  private final Clock clock;

  /** What was finished in a month, and how long it took. */
  private record Finished(long cases, Long median, Long slowest) {
  }

  /** A month of all processes. */
  private record Month(Map<String, Long> started, Map<String, Finished> finished, Map<String, Long> escalations) {

    private MonthFigures of(String processKey) {
      Finished done = finished.getOrDefault(processKey, new Finished(0, null, null));
      return new MonthFigures(started.getOrDefault(processKey, 0L), done.cases(), done.median(), done.slowest(), escalations.getOrDefault(processKey, 0L));
    }
  }

  /** The last months of every process whose cases the person may read, and of which there are any. */
  @Transactional(readOnly = true)
  public Department of(int count) {
    YearMonth current = YearMonth.now(clock);
    List<YearMonth> months = IntStream.range(0, count).mapToObj(i -> current.minusMonths(count - 1L - i)).toList();
    Map<String, Long> open = counts("select p.PROC_DEF_KEY_, count(*) from ACT_HI_PROCINST p where" + OWN + " and p.END_TIME_ is null group by p.PROC_DEF_KEY_", Map.of());
    Map<String, Long> overdue = counts("select p.PROC_DEF_KEY_, count(distinct p.ID_) from ACT_RU_TASK t join ACT_HI_PROCINST i on i.ID_ = t.PROC_INST_ID_ join ACT_HI_PROCINST p on p.ID_ = i.ROOT_PROC_INST_ID_"
        + " where t.DUE_DATE_ < :now group by p.PROC_DEF_KEY_", Map.of("now", Timestamp.from(clock.instant())));
    List<Month> figures = months.stream().map(this::month).toList();
    Set<String> keys = new HashSet<>(open.keySet());
    figures.forEach(month -> {
      keys.addAll(month.started().keySet());
      keys.addAll(month.finished().keySet());
    });
    Map<String, String> known = names.all();
    return new Department(months.stream().map(YearMonth::toString).toList(), rights.readable(keys).stream()
        .map(key -> new ProcessFigures(key, known.getOrDefault(key, key), open.getOrDefault(key, 0L), overdue.getOrDefault(key, 0L), figures.stream().map(month -> month.of(key)).toList()))
        .sorted(Comparator.comparing(ProcessFigures::name)).toList());
  }

  private Month month(YearMonth month) {
    Instant from = month.atDay(1).atStartOfDay(clock.getZone()).toInstant();
    Instant to = month.plusMonths(1).atDay(1).atStartOfDay(clock.getZone()).toInstant();
    Map<String, Object> period = Map.of("from", Timestamp.from(from), "to", Timestamp.from(to));
    Map<String, Finished> finished = new HashMap<>();
    jdbc.sql(FINISHED).params(period).query(row -> {
      finished.put(row.getString(1), new Finished(row.getLong(2), row.getLong(3) / 1000, row.getLong(4) / 1000));
    });
    Map<String, Long> started = counts("select p.PROC_DEF_KEY_, count(*) from ACT_HI_PROCINST p where" + OWN + " and p.START_TIME_ >= :from and p.START_TIME_ < :to group by p.PROC_DEF_KEY_", period);
    return new Month(started, finished, deadlines.escalations(from, to));
  }

  private Map<String, Long> counts(String sql, Map<String, Object> parameters) {
    Map<String, Long> counts = new HashMap<>();
    jdbc.sql(sql).params(parameters).query(row -> {
      counts.put(row.getString(1), row.getLong(2));
    });
    return counts;
  }
}
