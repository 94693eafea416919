package dev.kefu.information.classified;

import dev.kefu.engine.ClassifiedValues;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@RequiredArgsConstructor
@Transactional
class ClassifiedRegister implements ClassifiedValues {

  private final JdbcClient jdbc;
  private final Clock clock;

  @Override
  public void keep(String processInstanceId, String path, String value) {
    Timestamp now = Timestamp.from(clock.instant());
    int updated = jdbc.sql("update information_classified_values set content = ?, kept_at = ? where process_instance_id = ? and field_path = ?")
        .params(value, now, processInstanceId, path).update();
    if (updated == 0) {
      jdbc.sql("insert into information_classified_values (content, kept_at, process_instance_id, field_path) values (?, ?, ?, ?)")
          .params(value, now, processInstanceId, path).update();
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> find(String processInstanceId, String path) {
    return jdbc.sql("select content from information_classified_values where process_instance_id = ? and field_path = ?")
        .params(processInstanceId, path).query(String.class).optional();
  }
}
