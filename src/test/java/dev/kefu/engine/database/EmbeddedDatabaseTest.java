package dev.kefu.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** The settings with which Kefu opens its embedded database, tried on a query of the form in which the engine asks who may read a task. */
class EmbeddedDatabaseTest {

  private static final String TASKS_OF = """
      select distinct t.id from tasks t join (select r.* from rights r where r.holder in (?, '*')) r on r.task in (t.id, t.procedure, '*')
      where t.id = ? and r.task is not null order by t.id limit ? offset 0""";

  private Connection connection;

  @BeforeEach
  void open() throws IOException, SQLException {
    Object settings = new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml")).get(0).getProperty("kefu.h2-settings");
    connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID() + ";" + settings, "sa", "");
    run("create table tasks (id varchar(64) primary key, procedure varchar(64))");
    run("create table rights (id int primary key, holder varchar(64), task varchar(64))");
    run("create index rights_task on rights (task)");
    run("insert into tasks values ('task', 'help')");
    // Two, of which the query needs one.
    run("insert into rights values (1, 'agent', 'task'), (2, 'agent', 'task')");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void nobodyIsShownWhatTheQueryOfThePersonBeforeLeftUnread() throws SQLException {
    assertThat(finds("agent")).isTrue();
    assertThat(finds("stranger")).isFalse();
  }

  @Test
  void rightsThatEndedAreNotFoundAgain() throws SQLException {
    assertThat(finds("agent")).isTrue();
    run("delete from rights");
    assertThat(finds("agent")).isFalse();
  }

  private boolean finds(String person) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TASKS_OF)) {
      query.setString(1, person);
      query.setString(2, "task");
      query.setInt(3, 1);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
