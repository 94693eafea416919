package dev.kefu.organisation.provisioning;

import dev.kefu.organisation.directory.RolesFile;
import dev.kefu.organisation.directory.RolesFile.RoleEntry;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What releases granted, beside the roles file. */
@Repository
@RequiredArgsConstructor
class GrantedWork {

  private final JdbcClient jdbc;

  Map<String, Set<String>> all() {
    Map<String, Set<String>> granted = new TreeMap<>();
    jdbc.sql("select process_key, role_id from organisation_released_work").query((row, number) -> Map.entry(row.getString(1), row.getString(2))).list()
      .forEach(one -> granted.computeIfAbsent(one.getKey(), any -> new TreeSet<>()).add(one.getValue()));
    return granted;
  }

  void add(String processId, String roleId) {
    jdbc.sql("insert into organisation_released_work (process_key, role_id) values (?, ?)").params(processId, roleId).update();
  }

  void remove(String processId, String roleId) {
    jdbc.sql("delete from organisation_released_work where process_key = ? and role_id = ?").params(processId, roleId).update();
  }

  /** The roles file as if it said what was granted. */
  RolesFile addTo(RolesFile file) {
    Map<String, Set<String>> granted = all();
    return granted.isEmpty() ? file : new RolesFile(file.sections(), file.roles().stream().map(role -> addTo(role, granted)).toList(), file.technicalGroups(), file.aliases(),
      file.exports(), file.readers());
  }

  private static RoleEntry addTo(RoleEntry role, Map<String, Set<String>> granted) {
    Stream<String> more = granted.entrySet().stream().filter(one -> one.getValue().contains(role.id())).map(Map.Entry::getKey);
    return new RoleEntry(role.id(), role.title(), role.chinese(), role.superior(), role.section(), role.applications(), role.starts(),
      Stream.concat(role.works().stream(), more).distinct().toList(), role.reads(), role.reassigns(), role.cancels());
  }
}
