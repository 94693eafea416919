package dev.kefu.operation.metrics;

import dev.kefu.operation.metrics.CaseGauges.Backlog;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts in the engine's tables, with one statement for all processes: the engine's own queries would take one for each. A process without any stands at zero. */
@Repository
@RequiredArgsConstructor
class EngineTables {

  private final JdbcClient jdbc;
  private final Clock clock;

  Map<String, Long> openCases() {
    return byProcess("ACT_RU_EXECUTION", "t.PARENT_ID_ is null and t.SUPER_EXEC_ is null");
  }

  Map<String, Long> openTasks() {
    return byProcess("ACT_RU_TASK", "t.SUSPENSION_STATE_ = 1");
  }

  /** An incident shows in each calling process too; it is counted where it happened. */
  Map<String, Long> openIncidents() {
    return byProcess("ACT_RU_INCIDENT", "t.ROOT_CAUSE_INCIDENT_ID_ = t.ID_");
  }

  private Map<String, Long> byProcess(String table, String condition) {
    Map<String, Long> counts = new TreeMap<>();
    jdbc.sql("select d.KEY_, count(t.ID_) from ACT_RE_PROCDEF d left join " + table + " t on t.PROC_DEF_ID_ = d.ID_ and " + condition + " group by d.KEY_")
        .query(row -> {
          counts.put(row.getString(1), row.getLong(2));
        });
    return counts;
  }

  Backlog backlog() {
    return jdbc.sql("""
            select sum(case when RETRIES_ > 0 and (DUEDATE_ is null or DUEDATE_ <= :now) then 1 else 0 end),
              sum(case when RETRIES_ > 0 and DUEDATE_ > :now then 1 else 0 end),
              sum(case when RETRIES_ = 0 then 1 else 0 end),
              min(case when RETRIES_ > 0 and (DUEDATE_ is null or DUEDATE_ <= :now) then coalesce(DUEDATE_, CREATE_TIME_) end)
            from ACT_RU_JOB where SUSPENSION_STATE_ = 1""")
        .param("now", Timestamp.from(clock.instant()))
        .query((row, number) -> new Backlog(row.getLong(1), row.getLong(2), row.getLong(3), instant(row.getTimestamp(4)))).single();
  }

  private static Instant instant(Timestamp moment) {
    return moment == null ? null : moment.toInstant();
  }
}
