package dev.kefu.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** What no engine can go below on this server: the same forms kept by plain JDBC, with as many commits, without an engine, HTTP, checks and rights. */
final class FloorCandidate implements Candidate {

  private static final List<String> TABLES = List.of(
      "create table floor_cases (id bigint auto_increment primary key, started_by varchar(64) not null, started_at datetime not null, ended_at datetime)",
      "create table floor_tasks (id bigint auto_increment primary key, case_id bigint not null, form varchar(64) not null, role varchar(64) not null,"
          + " assignee varchar(64), created_at datetime not null, key role_created (role, created_at), key assignee_created (assignee, created_at))",
      "create table floor_forms (id bigint auto_increment primary key, case_id bigint not null, form varchar(64) not null, data text not null, person varchar(64) not null,"
          + " claimed_at datetime, done_at datetime not null, key case_form (case_id))");

  private final Server server;
  private final String database;

  FloorCandidate(Server server) {
    this.server = server;
    database = server.newDatabase();
    try (Connection connection = server.connect(database); Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute(table);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String name() {
    return "floor";
  }

  @Override
  public Optional<Program> program() {
    return Optional.empty();
  }

  @Override
  public String database() {
    return database;
  }

  @Override
  public CaseWorker worker() {
    try {
      return new FloorWorker(server.connect(database));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<String> historyTables() {
    return List.of("floor\\_forms");
  }

  @Override
  public void close() {
    // Its connections end with the server.
  }
}
