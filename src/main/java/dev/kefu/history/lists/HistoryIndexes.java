package dev.kefu.history.lists;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Indexes that the engine's history lacks for lists of cases. They are no migration: the engine makes its tables itself, after the migrations. A node that starts makes those that are missing.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class HistoryIndexes extends AbstractProcessEnginePlugin {

  /** Of a long text MySQL keeps the beginning; H2 has no such thing. */
  private static final List<Index> WANTED = List.of(
      new Index("ACT_HI_PROCINST", "KEFU_IDX_HI_PROCINST_STARTED", "PROC_DEF_KEY_, START_TIME_, ID_", ""),
      new Index("ACT_HI_PROCINST", "KEFU_IDX_HI_PROCINST_ENDED", "PROC_DEF_KEY_, END_TIME_, ID_", ""),
      new Index("ACT_HI_TASKINST", "KEFU_IDX_HI_TASKINST_ASSIGNEE", "ASSIGNEE_, PROC_DEF_KEY_", ""),
      new Index("ACT_HI_VARINST", "KEFU_IDX_HI_VARINST_TEXT", "NAME_, TEXT_", "(64)"));

  private final DataSource dataSource;

  /** An index; what follows its last column on MySQL. */
  private record Index(String table, String name, String columns, String onMySql) {
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    create();
  }

  /** Makes what is missing; returns how many. */
  int create() {
    JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    int made = 0;
    for (Index index : WANTED) {
      if (!exists(jdbc, index)) {
        make(jdbc, index);
        made++;
      }
    }
    return made;
  }

  private static void make(JdbcTemplate jdbc, Index index) {
    boolean mySql = Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) connection -> "MySQL".equals(connection.getMetaData().getDatabaseProductName())));
    try {
      jdbc.execute("create index " + index.name() + " on " + index.table() + " (" + index.columns() + (mySql ? index.onMySql() : "") + ")");
      log.info("Made the index {} on {}", index.name(), index.table());
    } catch (DataAccessException e) {
      // Another node that starts may just have made it.
      if (!exists(jdbc, index)) {
        throw e;
      }
    }
  }

  private static boolean exists(JdbcTemplate jdbc, Index index) {
    return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) connection -> exists(connection, index)));
  }

  private static boolean exists(Connection connection, Index index) throws SQLException {
    try (ResultSet indexes = connection.getMetaData().getIndexInfo(connection.getCatalog(), connection.getSchema(), index.table(), false, true)) {
      while (indexes.next()) {
        if (index.name().equalsIgnoreCase(indexes.getString("INDEX_NAME"))) {
          return true;
        }
      }
      return false;
    }
  }
}
