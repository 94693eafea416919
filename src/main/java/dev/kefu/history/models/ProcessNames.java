package dev.kefu.history.models;

import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people call the deployed processes. */
@Component
@RequiredArgsConstructor
public class ProcessNames {

  private final JdbcClient jdbc;

  /** Names of the newest versions by process id; the id itself for one without a name. */
  public Map<String, String> all() {
    Map<String, String> names = new HashMap<>();
    jdbc.sql("select KEY_, NAME_ from ACT_RE_PROCDEF order by VERSION_").query(row -> {
      names.put(row.getString(1), row.getString(2) == null ? row.getString(1) : row.getString(2).replaceAll("\\s+", " "));
    });
    return names;
  }
}
