package dev.kefu.benchmark;

import dev.kefu.MySqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The one MySQL of the benchmark, as its administrator sees it. */
final class Server implements AutoCloseable {

  /** Counters of the server: statements, rows, commits, bytes. */
  private static final String COUNTERS = "'Questions','Com_select','Com_insert','Com_update','Com_delete','Com_commit','Innodb_rows_read','Innodb_rows_inserted',"
      + "'Innodb_rows_updated','Innodb_rows_deleted','Innodb_os_log_written','Innodb_os_log_fsyncs','Bytes_sent','Bytes_received'";

  private static final String PRODUCT_SETTINGS = "nullCatalogMeansCurrent=true&sendFractionalSeconds=false&characterEncoding=UTF-8&useLocalSessionState=true&cacheServerConfiguration=true"
      + "&elideSetAutoCommits=true&maintainTimeStats=false&rewriteBatchedStatements=true&cachePrepStmts=true&prepStmtCacheSize=500&prepStmtCacheSqlLimit=16384";

  private final MySqlServer server;

  Server() {
    MySqlServer.obstacle().ifPresent(reason -> {
      throw new IllegalStateException("No benchmark without MySQL: " + reason);
    });
    server = MySqlServer.durable("benchmark");
    // Sizes of tables as they are, not of yesterday.
    execute("set global information_schema_stats_expiry = 0");
  }

  String newDatabase() {
    return server.makeDatabase();
  }

  int port() {
    return server.ownPort();
  }

  /** How each product reaches its database: with the settings of Kefu's profile {@code mysql}. */
  String productUrl(String database) {
    return "jdbc:mysql://localhost:" + port() + "/" + database + "?" + PRODUCT_SETTINGS;
  }

  /** User {@code root} without a password. */
  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(productUrl(database), "root", "");
  }

  /** All counters as they stand. */
  Map<String, Long> counters() {
    Map<String, Long> counters = new TreeMap<>();
    query("mysql", "show global status where Variable_name in (" + COUNTERS + ")", row -> counters.put(row.getString(1), row.getLong(2)));
    return counters;
  }

  /** From now on the server notes every statement. */
  void noteStatements() {
    execute("set global general_log = 'OFF'", "set global log_output = 'TABLE'", "truncate mysql.general_log", "set global general_log = 'ON'");
  }

  /** Ends that and returns what the connections of a database sent, in their order. */
  List<String> notedStatements(String database) {
    execute("set global general_log = 'OFF'");
    List<String> statements = new ArrayList<>();
    query("mysql", "select l.argument from mysql.general_log l where l.command_type in ('Query', 'Execute') and l.thread_id in (select p.id from information_schema.processlist p where p.db = '"
        + database + "')", row -> statements.add(row.getString(1)));
    execute("truncate mysql.general_log");
    return statements;
  }

  /** Rows in the tables that keep what was done. */
  long historyRows(Candidate candidate) {
    long[] rows = new long[1];
    tables(candidate).forEach(table -> query(candidate.database(), "select count(*) from " + table, row -> rows[0] += row.getLong(1)));
    return rows[0];
  }

  /** Bytes of these tables and their indexes, as the server tells them after it has looked at the tables anew. */
  long historyBytes(Candidate candidate) {
    long[] bytes = new long[1];
    tables(candidate).forEach(table -> {
      query(candidate.database(), "analyze table " + table, row -> { });
      query("information_schema", "select data_length + index_length from tables where table_schema = '" + candidate.database() + "' and table_name = '" + table + "'", row -> bytes[0] += row.getLong(1));
    });
    return bytes[0];
  }

  private List<String> tables(Candidate candidate) {
    List<String> tables = new ArrayList<>();
    candidate.historyTables().forEach(pattern -> query("information_schema", "select table_name from tables where table_schema = '" + candidate.database() + "' and table_name like '" + pattern
        + "'", row -> tables.add(row.getString(1))));
    return tables;
  }

  /** Processor time of the server. */
  Duration cpu() {
    return ProcessHandle.current().children().filter(child -> child.info().command().orElse("").endsWith("mysqld")).findFirst().flatMap(child -> child.info().totalCpuDuration()).orElseThrow();
  }

  private void execute(String... statements) {
    try (Connection connection = connect("mysql"); Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads rows of a database one by one. */
  void query(String database, String text, RowReader reader) {
    try (Connection connection = connect(database); Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(text)) {
      while (rows.next()) {
        reader.read(rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot read: " + text, e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }

  /** Takes one row. */
  @FunctionalInterface
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }
}
