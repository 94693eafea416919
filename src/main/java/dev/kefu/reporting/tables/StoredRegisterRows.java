package dev.kefu.reporting.tables;

import dev.kefu.reporting.Period;
import dev.kefu.reporting.Register;
import dev.kefu.reporting.Register.Field;
import dev.kefu.reporting.RegisterRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Each page is a query of its own, so that no long read holds up those who work; a row that comes meanwhile is in it or not. */
@Service
@RequiredArgsConstructor
class StoredRegisterRows implements RegisterRows {

  private static final String YES = "yes 是";
  private static final String NO = "no 否";

  private final JdbcClient jdbc;

  @Override
  public List<Entry> page(Register register, Period period, long after, int most) {
    Map<String, Object> parameters = new HashMap<>(Map.of("after", after, "most", most));
    if (period != null) {
      parameters.put("begin", period.first().atStartOfDay());
      parameters.put("end", period.end().atStartOfDay());
    }
    return jdbc.sql(sql(register, period)).params(parameters).query((row, index) -> new Entry(row.getLong(1), cells(register, row))).list();
  }

  private static String sql(Register register, Period period) {
    String fields = register.fields().stream().map(field -> ", " + field.value()).collect(Collectors.joining());
    String time = period == null ? "" : " and " + register.moment() + " >= :begin and " + register.moment() + " < :end";
    return "select " + register.key() + fields + " from " + register.from() + (register.from().contains(" where ") ? " and " : " where ") + register.key() + " > :after" + time
        + " order by " + register.key() + " limit :most";
  }

  private static List<Object> cells(Register register, ResultSet row) throws SQLException {
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < register.fields().size(); i++) {
      cells.add(cell(register.fields().get(i), row, i + 2));
    }
    return cells;
  }

  private static Object cell(Field field, ResultSet row, int column) throws SQLException {
    Object value = switch (field.type()) {
      case TEXT -> row.getString(column);
      case NUMBER -> row.getBigDecimal(column);
      case DATE -> row.getObject(column, LocalDate.class);
      case TIME -> row.getObject(column, LocalDateTime.class);
      case YES_NO -> row.getBoolean(column) ? YES : NO;
    };
    return row.wasNull() || "".equals(value) ? null : value instanceof String text && field.type() == Register.Type.TEXT ? field.naming().apply(text) : value;
  }
}
