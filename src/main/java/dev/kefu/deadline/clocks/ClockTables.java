package dev.kefu.deadline.clocks;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.deadline.clocks.TaskClock.Done;
import dev.kefu.deadline.clocks.TaskClock.Moments;
import dev.kefu.deadline.clocks.TaskClock.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of clocks, pauses and the heartbeat. */
@Repository
@RequiredArgsConstructor
class ClockTables {

  // Sent as text: the MySQL driver cuts the fraction of a timestamp parameter (sendFractionalSeconds=false, which the engine needs).
  private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
  private static final int MOST_AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final Clock clock;

  void insert(TaskClock row) {
    jdbc.sql("""
            insert into deadline_clocks (task_id, process_instance_id, case_number, process_key, step, typed, amount, unit, anchor, created_at, anchored_at,
              remind_at, due_at, hand_over_at, state, paused_since, next_at, stale)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)""")
        .params(Arrays.asList(row.taskId(), row.processInstanceId(), row.caseNumber(), row.processKey(), row.step(), row.typed(), row.span().amount(),
            row.span().unit().name(), row.anchor(), text(row.createdAt()), text(row.anchoredAt()), text(row.moments().remind()), text(row.moments().due()),
            text(row.moments().handOver()), row.state().name(), text(row.pausedSince()), text(row.next()))).update();
  }

  /** Writes what was reckoned anew, and whether it stands still; what was done stays. */
  void reckoned(TaskClock row) {
    jdbc.sql("""
            update deadline_clocks set amount = ?, unit = ?, anchor = ?, anchored_at = ?, remind_at = ?, due_at = ?, hand_over_at = ?, state = ?, paused_since = ?,
              next_at = ?, stale = false where id = ? and state <> 'DONE'""")
        .params(Arrays.asList(row.span().amount(), row.span().unit().name(), row.anchor(), text(row.anchoredAt()), text(row.moments().remind()),
            text(row.moments().due()), text(row.moments().handOver()), row.state().name(), text(row.pausedSince()), text(row.next()), row.id())).update();
  }

  void took(TaskClock row) {
    jdbc.sql("update deadline_clocks set reminded_at = ?, escalated_at = ?, handed_over_at = ?, superiors = ?, next_at = ? where id = ?")
        .params(Arrays.asList(text(row.done().reminded()), text(row.done().escalated()), text(row.done().handedOver()), row.superiors(),
            text(row.next()), row.id())).update();
  }

  void stopTask(String taskId) {
    jdbc.sql("update deadline_clocks set state = 'DONE', next_at = null, finished_at = ? where task_id = ? and state <> 'DONE'").params(now(), taskId).update();
  }

  void stopInstance(String processInstanceId) {
    jdbc.sql("update deadline_clocks set state = 'DONE', next_at = null, finished_at = ? where process_instance_id = ? and state <> 'DONE'")
        .params(now(), processInstanceId).update();
  }

  List<TaskClock> openOfCase(String caseNumber) {
    return jdbc.sql("select * from deadline_clocks where case_number = ? and state <> 'DONE' order by id").param(caseNumber).query(this::row).list();
  }

  List<TaskClock> ofCase(String caseNumber) {
    return jdbc.sql("select * from deadline_clocks where case_number = ? order by id").param(caseNumber).query(this::row).list();
  }

  List<TaskClock> openOfTasks(Collection<String> taskIds) {
    return taskIds.isEmpty() ? List.of() : jdbc.sql("select * from deadline_clocks where state <> 'DONE' and task_id in (:ids)").param("ids", taskIds)
        .query(this::row).list();
  }

  /** Asks the sweep to reckon all open clocks anew. */
  void allStale() {
    jdbc.sql("update deadline_clocks set stale = true where state <> 'DONE'").update();
  }

  List<Long> stale(long after) {
    return jdbc.sql("select id from deadline_clocks where stale = true and state <> 'DONE' and id > ? order by id limit " + MOST_AT_ONCE).param(after)
        .query(Long.class).list();
  }

  List<Long> dueBy(Instant moment, long after) {
    return jdbc.sql("select id from deadline_clocks where state = 'RUNNING' and next_at <= ? and id > ? order by id limit " + MOST_AT_ONCE).params(text(moment), after)
        .query(Long.class).list();
  }

  /** The clock, locked until the transaction ends; empty when another node holds it, or when there is nothing to do any more. */
  Optional<TaskClock> claimStale(long id) {
    return jdbc.sql("select * from deadline_clocks where id = ? and stale = true and state <> 'DONE' for update skip locked").param(id).query(this::row).optional();
  }

  Optional<TaskClock> claimDue(long id, Instant moment) {
    return jdbc.sql("select * from deadline_clocks where id = ? and state = 'RUNNING' and next_at <= ? for update skip locked").params(id, text(moment))
        .query(this::row).optional();
  }

  void pause(String activityInstanceId, String processInstanceId, String caseNumber, String step) {
    int already = jdbc.sql("select count(*) from deadline_pauses where activity_instance_id = ?").param(activityInstanceId).query(Integer.class).single();
    if (already == 0) {
      jdbc.sql("insert into deadline_pauses (activity_instance_id, process_instance_id, case_number, step, paused_at) values (?, ?, ?, ?, ?)")
          .params(activityInstanceId, processInstanceId, caseNumber, step, now()).update();
    }
  }

  boolean resume(String activityInstanceId) {
    return jdbc.sql("update deadline_pauses set resumed_at = ? where activity_instance_id = ? and resumed_at is null").params(now(), activityInstanceId).update() > 0;
  }

  boolean resumeInstance(String processInstanceId) {
    return jdbc.sql("update deadline_pauses set resumed_at = ? where process_instance_id = ? and resumed_at is null").params(now(), processInstanceId).update() > 0;
  }

  List<Pause> pauses(String caseNumber) {
    return jdbc.sql("select process_instance_id, step, paused_at, resumed_at from deadline_pauses where case_number = ? order by paused_at").param(caseNumber)
        .query((row, number) -> new Pause(row.getString("process_instance_id"), row.getString("step"), instant(row, "paused_at"), instant(row, "resumed_at"))).list();
  }

  /** By process id of the case itself. */
  Map<String, Long> escalations(Instant from, Instant to) {
    Map<String, Long> counts = new HashMap<>();
    jdbc.sql("select p.PROC_DEF_KEY_, count(*) from deadline_clocks c join ACT_HI_PROCINST i on i.ID_ = c.process_instance_id join ACT_HI_PROCINST p on p.ID_ = i.ROOT_PROC_INST_ID_"
            + " where c.escalated_at >= ? and c.escalated_at < ? group by p.PROC_DEF_KEY_")
        .params(text(from), text(to)).query(row -> {
          counts.put(row.getString(1), row.getLong(2));
        });
    return counts;
  }

  void beat() {
    jdbc.sql("update deadline_sweeps set swept_at = ? where id = 1").param(now()).update();
  }

  Optional<Instant> lastBeat() {
    return jdbc.sql("select swept_at from deadline_sweeps where id = 1").query((row, number) -> Optional.ofNullable(instant(row, "swept_at"))).single();
  }

  /** How the open clocks of each process stand. */
  List<DeadlineGauges.Standing> standings() {
    return jdbc.sql("""
            select process_key, case when task_id is null then 'case' else 'task' end as kind,
              sum(case when state = 'RUNNING' and due_at <= :now then 1 else 0 end) as late,
              sum(case when state <> 'DONE' and escalated_at is not null then 1 else 0 end) as escalated,
              sum(case when state = 'PAUSED' then 1 else 0 end) as stopped
            from deadline_clocks where state <> 'DONE' group by process_key, case when task_id is null then 'case' else 'task' end""")
        .param("now", now()).query((row, number) -> new DeadlineGauges.Standing(row.getString("process_key"), row.getString("kind"), row.getLong("late"),
            row.getLong("escalated"), row.getLong("stopped"))).list();
  }

  private TaskClock row(ResultSet row, int number) throws SQLException {
    return new TaskClock(row.getLong("id"), row.getString("task_id"), row.getString("process_instance_id"), row.getString("case_number"), row.getString("process_key"),
        row.getString("step"), row.getString("typed"), new TimeSpan(row.getInt("amount"), TimeSpan.Unit.valueOf(row.getString("unit"))), row.getString("anchor"),
        instant(row, "created_at"), instant(row, "anchored_at"),
        new Moments(instant(row, "remind_at"), instant(row, "due_at"), instant(row, "hand_over_at")),
        new Done(instant(row, "reminded_at"), instant(row, "escalated_at"), instant(row, "handed_over_at")), row.getString("superiors"),
        State.valueOf(row.getString("state")), instant(row, "paused_since"));
  }

  private Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.atZone(clock.getZone()).toInstant();
  }

  private String now() {
    return text(clock.instant());
  }

  private String text(Instant moment) {
    return moment == null ? null : MILLISECONDS.format(moment.atZone(clock.getZone()));
  }

  /**
   * A time in which a case waited for its customer.
   *
   * @param step where it waited
   * @param until null while it waits
   */
  record Pause(String processInstanceId, String step, Instant since, Instant until) {
  }
}
