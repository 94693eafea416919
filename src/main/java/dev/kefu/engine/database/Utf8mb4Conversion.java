package dev.kefu.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Lets the engine's tables on MySQL keep every character. The engine creates them for characters of three bytes at most: 𠮷 and 😀 in a text
 * variable, a business key or a comment would be refused. Runs when the engine made its tables, before anybody works.
 */
@Component
@RequiredArgsConstructor
@Slf4j
class Utf8mb4Conversion extends AbstractProcessEnginePlugin {

  private static final String NARROW_TABLES = """
      select distinct table_name from information_schema.columns
      where table_schema = database() and table_name like 'ACT\\_%' and character_set_name is not null and character_set_name <> 'utf8mb4'
      order by table_name""";

  private final DataSource dataSource;

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    convert();
  }

  /** Converts what is not converted yet, in this node's {@link StartTurn}; returns the names of the tables it changed, none on another database than MySQL. */
  List<String> convert() {
    return new JdbcTemplate(dataSource).execute((ConnectionCallback<List<String>>) connection ->
        isMySql(connection) ? convert(new JdbcTemplate(new SingleConnectionDataSource(connection, true))) : List.of());
  }

  private static boolean isMySql(Connection connection) throws SQLException {
    return "MySQL".equals(connection.getMetaData().getDatabaseProductName());
  }

  private static List<String> convert(JdbcTemplate jdbc) {
    List<String> narrow = narrowTables(jdbc);
    return narrow.isEmpty() ? narrow : convertTables(jdbc, narrow);
  }

  private static List<String> narrowTables(JdbcTemplate jdbc) {
    return jdbc.queryForList(NARROW_TABLES, String.class);
  }

  private static List<String> convertTables(JdbcTemplate jdbc, List<String> tables) {
    // Columns on both sides of a foreign key change one after the other.
    jdbc.execute("set foreign_key_checks = 0");
    try {
      tables.forEach(table -> jdbc.execute("alter table `" + table + "` convert to character set utf8mb4 collate utf8mb4_bin"));
    } finally {
      jdbc.execute("set foreign_key_checks = 1");
    }
    log.info("Converted {} tables of the engine to utf8mb4", tables.size());
    return tables;
  }
}
