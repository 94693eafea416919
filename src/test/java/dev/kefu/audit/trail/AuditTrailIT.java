package dev.kefu.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.KefuIT;
import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditRecord.Kind;
import dev.kefu.audit.AuditTrail;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@KefuIT
class AuditTrailIT {

  @Autowired AuditTrail trail;
  @Autowired AuditedValues values;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired TestRestTemplate http;
  @Value("${kefu.demo.password}") String password;

  private final String subject = UUID.randomUUID().toString();

  @Test
  void whatHappenedIsKeptWithoutItsValues() {
    trail.write(read(Map.of("phone", "13800138000", "name", "王小明 𠮷 😀")));

    Map<String, Object> row = jdbc.sql("select * from audit_entries where subject_id = ?").param(subject).query().singleRow();
    assertThat(row).containsEntry("kind", "CLASSIFIED_READ").containsEntry("actor", "relationship-specialist")
        .containsEntry("action", "read").containsEntry("subject_type", "customer").containsEntry("case_number", "HLP-2026-999999");
    assertThat(jdbc.sql("select digests from audit_entries where subject_id = ?").param(subject).query(String.class).single())
        .contains("phone", "name").doesNotContain("13800138000", "王小明");
  }

  @Test
  void theTimeHasMilliseconds() {
    for (int i = 0; i < 10; i++) {
      trail.write(read(Map.of()));
    }

    assertThat(jdbc.sql("select happened_at from audit_entries where subject_id = ?").param(subject).query(LocalDateTime.class).list())
        .anyMatch(at -> at.getNano() > 0);
  }

  @Test
  void aRecordIsRolledBackWithTheTransactionItBelongsTo() {
    transaction.executeWithoutResult(status -> {
      trail.write(read(Map.of("phone", "13800138000")));
      status.setRollbackOnly();
    });

    assertThat(jdbc.sql("select count(*) from audit_entries where subject_id = ?").param(subject).query(Long.class).single()).isZero();
  }

  @Test
  void anAuditorProvesWhatAValueWas() {
    trail.write(read(Map.of("phone", "13800138000", "other", "13800138000")));

    assertThat(values.verifyValue(entry(), "phone", "13800138000")).isEqualTo(ValueProof.EQUAL);
    assertThat(values.verifyValue(entry(), "phone", "13800138001")).isEqualTo(ValueProof.DIFFERENT);
    assertThatThrownBy(() -> values.verifyValue(entry(), "name", "x")).isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("has no value named name");
    assertThatThrownBy(() -> values.verifyValue(-1, "name", "x")).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void forgettingMakesTheDigestMeaninglessAndKeepsTheEntry() {
    trail.write(read(Map.of("phone", "13800138000")));
    Map<String, Object> before = jdbc.sql("select * from audit_entries where subject_id = ?").param(subject).query().singleRow();

    values.forgetValues(entry());

    assertThat(values.verifyValue(entry(), "phone", "13800138000")).isEqualTo(ValueProof.FORGOTTEN);
    assertThat(jdbc.sql("select id, digests from audit_entries where subject_id = ?").param(subject).query().singleRow())
        .containsEntry("id", before.get("id"));
  }

  @Test
  void anOverlongNameIsCutAndNotLost() {
    trail.write(new AuditRecord(Kind.LOGIN, "x".repeat(300), "login", "user", subject, null, null));

    assertThat(jdbc.sql("select actor from audit_entries where subject_id = ?").param(subject).query(String.class).single()).hasSize(255);
  }

  @Test
  void anAdministratorAsksOverHttp() {
    trail.write(read(Map.of("phone", "13800138000")));
    String path = "/api/audit/entries/" + entry() + "/proof";

    assertThat(http.withBasicAuth("admin", password).postForObject(path, Map.of("name", "phone", "value", "13800138000"), Map.class))
        .isEqualTo(Map.of("proof", "EQUAL"));
    assertThat(http.withBasicAuth("admin", password).postForEntity(path, Map.of("name", "age", "value", "7"), String.class))
        .matches(answer -> answer.getStatusCode().value() == 404).asString().contains("has no value named age");
    assertThat(http.withBasicAuth("admin", password).postForEntity(path, Map.of("name", "phone"), String.class).getStatusCode().value()).isEqualTo(400);
    assertThat(http.withBasicAuth("survey-specialist", password).postForEntity(path, Map.of("name", "phone", "value", "1"), String.class)
        .getStatusCode().value()).isEqualTo(403);
  }

  private AuditRecord read(Map<String, String> personal) {
    return new AuditRecord(Kind.CLASSIFIED_READ, "relationship-specialist", "read", "customer", subject, "HLP-2026-999999", personal);
  }

  private long entry() {
    return jdbc.sql("select id from audit_entries where subject_id = ?").param(subject).query(Long.class).single();
  }
}
