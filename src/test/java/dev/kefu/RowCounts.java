package dev.kefu;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** How many rows every table holds; what was refused must not change it. */
public final class RowCounts {

  private RowCounts() {
  }

  /** Table name to number of rows, all tables of the current database. */
  public static Map<String, Long> of(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
      List<String> counts = tables(connection).stream().map(table -> "select '" + table + "', count(*) from " + table).toList();
      Map<String, Long> rows = new TreeMap<>();
      try (ResultSet result = statement.executeQuery(String.join(" union all ", counts))) {
        while (result.next()) {
          rows.put(result.getString(1), result.getLong(2));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet result = connection.getMetaData().getTables(connection.getCatalog(), schema(connection), "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (result.next()) {
        tables.add(result.getString("TABLE_NAME"));
      }
    }
    tables.removeIf(table -> table.startsWith("flyway"));
    return tables;
  }

  private static String schema(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("H2") ? connection.getSchema() : null;
  }
}
