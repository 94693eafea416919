package dev.kefu.history.department;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures of cases that stand in the engine's history, put there by hand so that every figure is known. */
@KefuIT
class DepartmentIT {

  /** A process that no other test brings to an end two months ago. */
  private static final String PROCESS = "expense-claim-review";

  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Autowired private Clock clock;
  @Value("${kefu.demo.password}") private String password;

  @BeforeEach
  void tenCasesOfOneToTenHours() {
    clear();
    Instant end = YearMonth.now(clock).minusMonths(2).atDay(10).atStartOfDay(clock.getZone()).toInstant();
    String definition = jdbc.sql("select ID_ from ACT_RE_PROCDEF where KEY_ = ? order by VERSION_ desc limit 1").param(PROCESS).query(String.class).single();
    for (int i = 1; i <= 10; i++) {
      jdbc.sql("insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, START_TIME_, END_TIME_, DURATION_, ROOT_PROC_INST_ID_, STATE_) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'COMPLETED')")
          .params("department-it-" + i, "department-it-" + i, "EXP-1999-00000" + i, PROCESS, definition, Timestamp.from(end.minusSeconds(3600L * i)), Timestamp.from(end), 3_600_000L * i, "department-it-" + i)
          .update();
    }
  }

  @AfterEach
  void clear() {
    jdbc.sql("delete from ACT_HI_PROCINST where ID_ like 'department-it-%'").update();
  }

  @Test
  void monthsAreCountedWithMedianAndNinetiethPercentile() {
    JsonNode claims = process("auditor");

    JsonNode month = claims.path("months").get(0);
    assertThat(month.path("started").asInt()).isEqualTo(10);
    assertThat(month.path("finished").asInt()).isEqualTo(10);
    assertThat(month.path("medianSeconds").asLong()).isEqualTo(5 * 3600);
    assertThat(month.path("slowestSeconds").asLong()).isEqualTo(9 * 3600);
    assertThat(month.path("escalations").asInt()).isZero();
    assertThat(claims.path("months")).hasSize(3);
  }

  @Test
  void everybodySeesTheProcessesWhoseCasesTheyMayRead() {
    assertThat(process("finance-manager")).isNotNull();
    assertThat(process("complaint-supervisor")).isNull();
    assertThat(department("legal-counsel").path("processes")).isEmpty();
    assertThat(http.getForEntity("/api/history/department", String.class).getStatusCode().value()).isEqualTo(401);
  }

  private JsonNode process(String person) {
    return StreamSupport.stream(department(person).path("processes").spliterator(), false).filter(one -> one.path("key").asText().equals(PROCESS)).findFirst().orElse(null);
  }

  private JsonNode department(String person) {
    return http.withBasicAuth(person, password).getForObject("/api/history/department?months=3", JsonNode.class);
  }
}
