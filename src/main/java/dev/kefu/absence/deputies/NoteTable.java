package dev.kefu.absence.deputies;

import dev.kefu.absence.Absent;
import dev.kefu.absence.deputies.Absentees.Away;
import dev.kefu.engine.ActingFor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of tasks that an absence has touched. Whoever writes or deletes the row does what goes with it: so several nodes do it once. */
@Repository
@RequiredArgsConstructor
class NoteTable implements ActingFor, Absent {

  // Sent as text, as in ClockTables.
  private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

  private final JdbcClient jdbc;
  private final Clock clock;

  /** Everybody who is away, as the register says now. */
  Absentees absentees() {
    return new Absentees(jdbc.sql("select id, kind, person, deputy, last_day from absences where state = 'ACTIVE' order by id").query((row, number) ->
        new Away(row.getLong("id"), Absence.Kind.valueOf(row.getString("kind")), row.getString("person"), row.getString("deputy"), row.getObject("last_day", LocalDate.class))).list());
  }

  List<Note> ofTask(String taskId) {
    return jdbc.sql("select * from absence_tasks where task_id = ? order by since, absence_id").param(taskId).query((row, number) -> note(row)).list();
  }

  /** Whether it was noted now; false when another node has done so. */
  boolean insert(Note note) {
    try {
      jdbc.sql("insert into absence_tasks (task_id, absence_id, kind, person, deputy, on_behalf_of, process_key, checked, since) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(note.taskId(), note.absenceId(), note.kind().name(), note.person(), note.deputy(), note.onBehalfOf(), note.processKey(), note.checked(),
              MILLISECONDS.format(clock.instant().atZone(clock.getZone()))).update();
      return true;
    } catch (DuplicateKeyException alreadyThere) {
      return false;
    }
  }

  /** Whether it was there until now, and as this one knows it. */
  boolean delete(Note note) {
    return jdbc.sql("delete from absence_tasks where task_id = ? and absence_id = ? and kind = ? and deputy = ?")
        .params(note.taskId(), note.absenceId(), note.kind().name(), note.deputy()).update() > 0;
  }

  void checked(Note note) {
    jdbc.sql("update absence_tasks set checked = ? where task_id = ? and absence_id = ? and kind = ?").params(true, note.taskId(), note.absenceId(), note.kind().name()).update();
  }

  void deleteTask(String taskId) {
    jdbc.sql("delete from absence_tasks where task_id = ?").param(taskId).update();
  }

  /** What was done for an absence, one example of each; its task id is any. */
  List<Note> examples() {
    return jdbc.sql("select min(task_id) as task_id, absence_id, kind, person, deputy, min(on_behalf_of) as on_behalf_of, min(process_key) as process_key, min(case when checked then 1 else 0 end) as checked "
        + "from absence_tasks group by absence_id, kind, person, deputy").query((row, number) -> note(row)).list();
  }

  Set<String> tasksLike(Note example) {
    return new HashSet<>(jdbc.sql("select task_id from absence_tasks where absence_id = ? and kind = ? and deputy = ?").params(example.absenceId(), example.kind().name(), example.deputy())
        .query(String.class).list());
  }

  Set<String> uncheckedTasks() {
    return new HashSet<>(jdbc.sql("select task_id from absence_tasks where checked = ?").param(false).query(String.class).list());
  }

  Set<String> tasksOf(long absenceId) {
    return new HashSet<>(jdbc.sql("select task_id from absence_tasks where absence_id = ?").param(absenceId).query(String.class).list());
  }

  /** How many open tasks of others each absence has put into a deputy's hands. */
  Map<Long, Integer> handed() {
    Map<Long, Integer> counts = new HashMap<>();
    jdbc.sql("select absence_id, count(*) as tasks from absence_tasks where kind = 'HANDED' group by absence_id").query(row -> { counts.put(row.getLong("absence_id"), row.getInt("tasks")); });
    return counts;
  }

  @Override
  public Map<String, String> personsFor(Collection<String> taskIds, String userId) {
    Map<String, String> persons = new HashMap<>();
    if (!taskIds.isEmpty() && userId != null) {
      jdbc.sql("select task_id, on_behalf_of from absence_tasks where task_id in (:tasks) and deputy = :user and kind in ('HANDED', 'OFFERED') and on_behalf_of is not null order by since desc")
          .param("tasks", taskIds).param("user", userId).query(row -> { persons.put(row.getString("task_id"), row.getString("on_behalf_of")); });
    }
    return persons;
  }

  @Override
  public Map<String, String> now() {
    Map<String, String> words = new HashMap<>();
    absentees().all().forEach(away -> words.put(away.person(), away.kind() == Absence.Kind.LEAVING ? "has left 已離職" : "absent 缺勤 until 至 " + away.lastDay()));
    return words;
  }

  private static Note note(ResultSet row) throws SQLException {
    return new Note(row.getString("task_id"), row.getLong("absence_id"), Note.Kind.valueOf(row.getString("kind")), row.getString("person"), row.getString("deputy"),
        row.getString("on_behalf_of"), row.getString("process_key"), row.getBoolean("checked"));
  }
}
