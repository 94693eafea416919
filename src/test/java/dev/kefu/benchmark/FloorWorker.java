package dev.kefu.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.benchmark.OrdinaryComplaint.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Does a case with one connection: lists, opens, claims, loads, and writes each form with the next task in one transaction. */
final class FloorWorker implements Candidate.CaseWorker {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MINE = "select id, case_id, form, created_at from floor_tasks where assignee = ? order by created_at desc limit 15";
  private static final String GROUPS = "select id, case_id, form, created_at from floor_tasks where role = ? and assignee is null order by created_at desc limit 15";

  private final Connection connection;

  FloorWorker(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(false);
  }

  @Override
  public void handle(int number, Latencies latencies) {
    try {
      long id = insert("insert into floor_cases (started_by, started_at) values (?, now())", OrdinaryComplaint.AGENT);
      long task = open(id, 0);
      connection.commit();
      for (int i = 0; i < OrdinaryComplaint.STEPS.size(); i++) {
        task = work(id, task, i, number, latencies);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long work(long id, long task, int index, int number, Latencies latencies) throws SQLException {
    Step step = OrdinaryComplaint.STEPS.get(index);
    String list = step.own() ? MINE : GROUPS;
    read(list, step.person());
    read("select id, case_id, form, role, assignee, created_at from floor_tasks where id = ?", task);
    read("select form, data from floor_forms where case_id = ?", id);
    if (!step.own()) {
      update("update floor_tasks set assignee = ? where id = ? and assignee is null", step.person(), task);
      connection.commit();
    }
    long[] next = new long[1];
    latencies.time(() -> next[0] = submit(id, task, index, number));
    read(list, step.person());
    return next[0];
  }

  private long submit(long id, long task, int index, int number) {
    Step step = OrdinaryComplaint.STEPS.get(index);
    try {
      insert("insert into floor_forms (case_id, form, data, person, done_at) values (?, ?, ?, ?, now())", id, step.form(),
          JSON.writeValueAsString(OrdinaryComplaint.form(step.form(), number).data()), step.person());
      update("delete from floor_tasks where id = ?", task);
      long next = 0;
      if (index + 1 < OrdinaryComplaint.STEPS.size()) {
        next = open(id, index + 1);
      } else {
        update("update floor_cases set ended_at = now() where id = ?", id);
      }
      connection.commit();
      return next;
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private long open(long id, int index) throws SQLException {
    Step step = OrdinaryComplaint.STEPS.get(index);
    return insert("insert into floor_tasks (case_id, form, role, assignee, created_at) values (?, ?, ?, ?, now())", id, step.form(), step.person(), step.own() ? step.person() : null);
  }

  private void read(String text, Object value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      statement.setObject(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          rows.getString(2);
        }
      }
    }
  }

  private void update(String text, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      set(statement, values);
      statement.executeUpdate();
    }
  }

  private long insert(String text, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(text, Statement.RETURN_GENERATED_KEYS)) {
      set(statement, values);
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
