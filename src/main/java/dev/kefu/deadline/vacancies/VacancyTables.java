package dev.kefu.deadline.vacancies;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of tasks that somebody stands in for. Whoever writes or deletes the row does what goes with it: so several nodes do it once. */
@Repository
@RequiredArgsConstructor
class VacancyTables {

  // Sent as text, as in ClockTables.
  private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

  private final JdbcClient jdbc;
  private final Clock clock;

  /** The stand-in of each vacant post of the task. */
  Map<String, String> ofTask(String taskId) {
    Map<String, String> standIns = new HashMap<>();
    jdbc.sql("select post, stand_in from vacant_post_tasks where task_id = ?").param(taskId)
        .query(row -> { standIns.put(row.getString("post"), row.getString("stand_in")); });
    return standIns;
  }

  /** Whether it was noted now; false when another node has done so. */
  boolean insert(String taskId, String post, String standIn) {
    try {
      jdbc.sql("insert into vacant_post_tasks (task_id, post, stand_in, since) values (?, ?, ?, ?)")
          .params(taskId, post, standIn, MILLISECONDS.format(clock.instant().atZone(clock.getZone()))).update();
      return true;
    } catch (DuplicateKeyException alreadyThere) {
      return false;
    }
  }

  /** Whether it was there until now. */
  boolean delete(String taskId, String post, String standIn) {
    return jdbc.sql("delete from vacant_post_tasks where task_id = ? and post = ? and stand_in = ?").params(taskId, post, standIn).update() > 0;
  }

  void deleteTask(String taskId) {
    jdbc.sql("delete from vacant_post_tasks where task_id = ?").param(taskId).update();
  }

  /** Posts and their stand-ins that tasks still know, each pair once. */
  List<StandIn> standIns() {
    return jdbc.sql("select distinct post, stand_in from vacant_post_tasks").query((row, number) -> new StandIn(row.getString("post"), row.getString("stand_in"))).list();
  }

  Set<String> tasksOf(StandIn standIn) {
    return new HashSet<>(jdbc.sql("select task_id from vacant_post_tasks where post = ? and stand_in = ?").params(standIn.post(), standIn.group())
        .query(String.class).list());
  }

  /** Roles that have the task because it is late: they keep it. */
  Set<String> escalatedTo(String taskId) {
    return jdbc.sql("select superiors from deadline_clocks where task_id = ? and superiors is not null").param(taskId).query(String.class).list().stream()
        .flatMap(superiors -> Arrays.stream(superiors.split(","))).collect(Collectors.toSet());
  }

  /**
   * Who works for a vacant post.
   *
   * @param group the superior's group; empty when nobody stands in
   */
  record StandIn(String post, String group) {
  }
}
