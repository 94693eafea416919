package dev.kefu.erasure.requests;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * Every text and every run of bytes of the database, by its metadata: a table that somebody adds next year is one of them. The engine's tables are written like any other, for its API cannot
 * change history.
 */
@Component
@RequiredArgsConstructor
class EveryTable {

  private static final Set<Integer> TEXTS = Set.of(Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR, Types.CLOB, Types.NCLOB);
  private static final Set<Integer> BYTES = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

  /** Models and employees are no customers; the trail holds digests only and is never changed; contents of files are the business of whoever keeps them. */
  private static final List<String> LEFT_ALONE = List.of("act_re_", "act_id_", "act_ge_property", "act_ge_schema", "audit_", "flyway", "erasure_requests", "document_contents", "document_case_files");
  private static final int PAGE = 500;
  private static final String BYTE_ARRAYS = "act_ge_bytearray";

  private final NamedParameterJdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  /** Tables are made before a program starts to work; to read about all of them takes MySQL some twenty seconds. */
  private final SingletonSupplier<List<Table>> tables = SingletonSupplier.of(this::read);

  /**
   * A table with something to read.
   *
   * @param keys columns of the primary key
   * @param columns texts and bytes that are no part of a key
   * @param parents foreign keys to tables that may know what a row belongs to
   */
  private record Table(String name, List<String> keys, List<Column> columns, List<String> all, List<Parent> parents) {

    boolean is(String start) {
      return name.toLowerCase(Locale.ROOT).startsWith(start);
    }
  }

  private record Column(String name, boolean text, int size) {
  }

  private record Parent(String column, String table, String tableColumn) {
  }

  /**
   * Replaces, a table a transaction; done twice, it changes nothing more.
   *
   * @param own what is replaced in rows of the scope
   * @param everywhere what is replaced in all rows
   * @return table and number of rows, for tables in which something was found
   */
  Map<String, Integer> replace(Anonymous own, Scope scope, Anonymous everywhere) {
    Map<String, Integer> changed = new TreeMap<>();
    List<Table> all = tables.obtain();
    for (Table table : all) {
      int rows = transaction.execute(status -> replace(table, all, own, scope, everywhere));
      if (rows > 0) {
        changed.put(table.name().toLowerCase(Locale.ROOT), rows);
      }
    }
    return changed;
  }

  /** {@code table.column} where something of it still stands; the search is wider than the replacing, so that a person may look at what is left. */
  Set<String> remaining(Anonymous anonymous) {
    Set<String> found = new TreeSet<>();
    for (Table table : anonymous.lowerCase().isEmpty() ? List.<Table>of() : tables.obtain()) {
      for (Column column : table.columns()) {
        each(table, List.of(column), condition(table, List.of(column), anonymous), parameters(anonymous), rows -> {
          if (rows.stream().anyMatch(row -> anonymous.isFoundIn(text(row.get(0))))) {
            found.add((table.name() + "." + column.name()).toLowerCase(Locale.ROOT));
          }
        });
      }
    }
    return found;
  }

  /** Numbers of the cases that registers keep under these customers. */
  Set<String> cases(Set<String> codes) {
    Set<String> cases = new TreeSet<>();
    tables.obtain().stream().filter(table -> has(table, "customer_code") && has(table, "case_number")).forEach(table -> cases.addAll(jdbc.queryForList(
        "select case_number from " + table.name() + " where customer_code in (:codes) and case_number is not null", Map.of("codes", codes), String.class)));
    return cases;
  }

  private static boolean has(Table table, String column) {
    return table.all().stream().anyMatch(column::equalsIgnoreCase);
  }

  private int replace(Table table, List<Table> all, Anonymous own, Scope scope, Anonymous everywhere) {
    Set<List<Object>> done = new LinkedHashSet<>();
    String rows = rowsOf(scope, table, all);
    if (rows != null) {
      Map<String, Object> parameters = new HashMap<>(Map.of("codes", orNone(scope.codes()), "cases", orNone(scope.cases()), "instances", orNone(scope.instances())));
      each(table, table.columns(), rows, parameters, page -> write(table, page, own, done));
    }
    if (!everywhere.lowerCase().isEmpty()) {
      each(table, table.columns(), condition(table, table.columns(), everywhere), parameters(everywhere), page -> write(table, page, everywhere, done));
    }
    return done.size();
  }

  /** SQL that chooses the rows of the scope; null for a table of which nobody can say what its rows belong to. */
  private String rowsOf(Scope scope, Table table, List<Table> all) {
    List<String> conditions = new ArrayList<>(direct(table, scope));
    if (conditions.isEmpty()) {
      for (Parent parent : table.parents()) {
        all.stream().filter(one -> one.name().equals(parent.table())).findFirst().map(one -> direct(one, scope)).filter(found -> !found.isEmpty())
            .ifPresent(found -> conditions.add(parent.column() + " in (select " + parent.tableColumn() + " from " + parent.table() + " where " + String.join(" or ", found) + ")"));
      }
    }
    if (table.is(BYTE_ARRAYS)) {
      Stream.of("ACT_HI_VARINST", "ACT_HI_DETAIL", "ACT_RU_VARIABLE").forEach(from ->
          conditions.add("ID_ in (select BYTEARRAY_ID_ from " + from + " where PROC_INST_ID_ in (:instances))"));
    }
    return conditions.isEmpty() ? null : String.join(" or ", conditions);
  }

  private static List<String> direct(Table table, Scope scope) {
    return table.all().stream().filter(column -> scope.in(column) != null).map(column -> column + " in (:"
        + (scope.in(column) == scope.codes() ? "codes" : scope.in(column) == scope.cases() ? "cases" : "instances") + ")").toList();
  }

  /** Bytes cannot be searched by the database: all of them are read, but those of models. */
  private static String condition(Table table, List<Column> columns, Anonymous anonymous) {
    String texts = columns.stream().filter(Column::text).flatMap(column -> IntStream.range(0, anonymous.lowerCase().size())
        .mapToObj(index -> "locate(:text" + index + ", lower(" + column.name() + ")) > 0")).collect(Collectors.joining(" or "));
    String bytes = columns.stream().filter(column -> !column.text()).map(column -> column.name() + " is not null").collect(Collectors.joining(" or "));
    String all = Stream.of(texts, bytes).filter(one -> !one.isEmpty()).collect(Collectors.joining(" or "));
    return table.is(BYTE_ARRAYS) ? "DEPLOYMENT_ID_ is null and (" + all + ")" : all;
  }

  private static Map<String, Object> parameters(Anonymous anonymous) {
    List<String> texts = anonymous.lowerCase();
    return IntStream.range(0, texts.size()).boxed().collect(Collectors.toMap(index -> "text" + index, texts::get));
  }

  /** Rows, a page at a time: the columns' values, then the key's. Only a table with a key of several columns, of which the engine has none that is large, is read at once. */
  private void each(Table table, List<Column> columns, String condition, Map<String, Object> parameters, Consumer<List<List<Object>>> work) {
    String sql = "select " + Stream.concat(columns.stream().map(Column::name), table.keys().stream()).collect(Collectors.joining(", ")) + " from " + table.name() + " where (" + condition + ")";
    if (table.keys().size() != 1) {
      work.accept(select(table, columns, sql, parameters));
      return;
    }
    String key = table.keys().get(0);
    Map<String, Object> after = new HashMap<>(parameters);
    List<List<Object>> page = select(table, columns, sql + " order by " + key + " limit " + PAGE, parameters);
    while (!page.isEmpty()) {
      work.accept(page);
      after.put("after", page.get(page.size() - 1).get(columns.size()));
      page = page.size() < PAGE ? List.of() : select(table, columns, sql + " and " + key + " > :after order by " + key + " limit " + PAGE, after);
    }
  }

  private List<List<Object>> select(Table table, List<Column> columns, String sql, Map<String, Object> parameters) {
    return jdbc.query(sql, parameters, (row, index) -> {
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        values.add(columns.get(i).text() ? row.getString(i + 1) : row.getBytes(i + 1));
      }
      for (int i = 0; i < table.keys().size(); i++) {
        values.add(row.getObject(columns.size() + i + 1));
      }
      return values;
    });
  }

  private void write(Table table, List<List<Object>> rows, Anonymous anonymous, Set<List<Object>> done) {
    if (table.keys().isEmpty()) {
      return;
    }
    for (List<Object> row : rows) {
      Map<String, Object> values = new HashMap<>();
      List<String> set = new ArrayList<>();
      for (int i = 0; i < table.columns().size(); i++) {
        Column column = table.columns().get(i);
        String before = text(row.get(i));
        String after = anonymous.apply(before);
        if (!after.equals(before)) {
          set.add(column.name() + " = :v" + i);
          values.put("v" + i, column.text() ? cut(after, column.size()) : after.getBytes(StandardCharsets.UTF_8));
        }
      }
      List<Object> key = row.subList(table.columns().size(), row.size());
      if (!set.isEmpty()) {
        List<String> where = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
          where.add(table.keys().get(i) + " = :k" + i);
          values.put("k" + i, key.get(i));
        }
        jdbc.update("update " + table.name() + " set " + String.join(", ", set) + " where " + String.join(" and ", where), values);
        done.add(List.copyOf(key));
      }
    }
  }

  private static String cut(String text, int size) {
    return size > 0 && text.length() > size ? text.substring(0, size) : text;
  }

  /** Bytes that are no text name nobody whom one could replace; empty then, so that they stay as they are. */
  private static String text(Object value) {
    if (value instanceof byte[] bytes) {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException noText) {
        return "";
      }
    }
    return value == null ? "" : (String) value;
  }

  /** An empty list is no list to SQL. */
  private static Collection<String> orNone(Collection<String> values) {
    return values.isEmpty() ? List.of("-") : values;
  }

  private List<Table> read() {
    Connection connection = DataSourceUtils.getConnection(jdbc.getJdbcTemplate().getDataSource());
    try {
      DatabaseMetaData meta = connection.getMetaData();
      String schema = meta.getDatabaseProductName().equals("H2") ? connection.getSchema() : null;
      List<Table> found = new ArrayList<>();
      for (String name : strings(meta.getTables(connection.getCatalog(), schema, "%", new String[] {"TABLE", "BASE TABLE"}), "TABLE_NAME")) {
        if (LEFT_ALONE.stream().noneMatch(name.toLowerCase(Locale.ROOT)::startsWith)) {
          Table table = table(meta, connection.getCatalog(), schema, name);
          if (!table.columns().isEmpty()) {
            found.add(table);
          }
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot read what tables there are", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, jdbc.getJdbcTemplate().getDataSource());
    }
  }

  private static Table table(DatabaseMetaData meta, String catalog, String schema, String name) throws SQLException {
    List<String> keys = strings(meta.getPrimaryKeys(catalog, schema, name), "COLUMN_NAME");
    List<Parent> parents = new ArrayList<>();
    try (ResultSet foreign = meta.getImportedKeys(catalog, schema, name)) {
      while (foreign.next()) {
        parents.add(new Parent(foreign.getString("FKCOLUMN_NAME"), foreign.getString("PKTABLE_NAME"), foreign.getString("PKCOLUMN_NAME")));
      }
    }
    List<String> all = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    try (ResultSet column = meta.getColumns(catalog, schema, name, "%")) {
      while (column.next()) {
        String called = column.getString("COLUMN_NAME");
        int type = column.getInt("DATA_TYPE");
        all.add(called);
        if ((TEXTS.contains(type) || BYTES.contains(type)) && !keys.contains(called) && parents.stream().noneMatch(parent -> parent.column().equals(called))) {
          columns.add(new Column(called, TEXTS.contains(type), TEXTS.contains(type) ? column.getInt("COLUMN_SIZE") : 0));
        }
      }
    }
    return new Table(name, keys, columns, all, parents);
  }

  private static List<String> strings(ResultSet found, String column) throws SQLException {
    try (found) {
      List<String> values = new ArrayList<>();
      while (found.next()) {
        values.add(found.getString(column));
      }
      return values;
    }
  }
}
