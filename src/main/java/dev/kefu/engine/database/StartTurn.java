package dev.kefu.engine.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Lets one node at a time make or change the engine's tables, from before the engine looks for them until all that is built on it stands. The engine itself takes
 * no turns: two nodes that start on an empty database at once would each create the tables. MySQL only: the embedded database is one node's alone.
 */
@Component
@RequiredArgsConstructor
class StartTurn extends AbstractProcessEnginePlugin implements SmartInitializingSingleton, DisposableBean {

  private final DataSource dataSource;
  private Connection turn;

  /** @throws IllegalStateException when another node has not come to an end of it in four minutes */
  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    try {
      turn = dataSource.getConnection();
      // Shorter than kefu.mysql.dead-server. A lock of the session: MySQL commits at every change of a table, so that a locked row would be free after the first; and it goes with a node that dies.
      if (isMySql() && ask("select get_lock(concat('kefu.start.', database()), 240)") != 1) {
        throw new IllegalStateException("Another node has been making the engine's tables for four minutes. Wait for it, then start again.");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not say whose turn it is to make the engine's tables", e);
    }
  }

  @Override
  public void afterSingletonsInstantiated() {
    destroy();
  }

  /** Also when the start fails on the way. */
  @Override
  public void destroy() {
    if (turn == null) {
      return;
    }
    try (Connection ended = turn) {
      if (isMySql()) {
        ask("select release_lock(concat('kefu.start.', database()))");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The turn to make the engine's tables cannot be given back", e);
    } finally {
      turn = null;
    }
  }

  private boolean isMySql() throws SQLException {
    return "MySQL".equals(turn.getMetaData().getDatabaseProductName());
  }

  private int ask(String sql) throws SQLException {
    try (Statement statement = turn.createStatement(); ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getInt(1);
    }
  }
}
