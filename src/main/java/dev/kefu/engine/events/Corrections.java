package dev.kefu.engine.events;

import dev.kefu.engine.CaseCorrections;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who corrected which step's form. */
@Repository
@RequiredArgsConstructor
class Corrections implements CaseCorrections {

  private final JdbcClient jdbc;
  private final Clock clock;

  void add(String caseNumber, HandedIn form, String corrector, String reason) {
    jdbc.sql("insert into engine_corrections (case_number, process_instance_id, activity_id, root, corrector, reason, corrected_at) "
            + "values (?, ?, ?, ?, ?, ?, ?)")
        .params(caseNumber, form.processInstanceId(), form.activityId(), form.root(), corrector, reason, LocalDateTime.now(clock)).update();
  }

  @Override
  public Set<String> correctorsOf(String processInstanceId, String activityId) {
    return jdbc.sql("select distinct corrector from engine_corrections where process_instance_id = ? and activity_id = ?")
        .params(processInstanceId, activityId).query(String.class).set();
  }
}
