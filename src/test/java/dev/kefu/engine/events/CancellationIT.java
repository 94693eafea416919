package dev.kefu.engine.events;

import static dev.kefu.engine.gate.GateTrial.REVIEWER;
import static dev.kefu.engine.gate.GateTrial.STARTER;
import static dev.kefu.engine.gate.GateTrial.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.RowCounts;
import dev.kefu.engine.gate.GateTrial;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Comment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class CancellationIT {

  @Autowired private ProcessEngine engine;
  @Autowired private TestRestTemplate http;
  @Autowired private DataSource dataSource;
  @Autowired private JdbcClient jdbc;
  @Value("${kefu.demo.password}") private String password;
  private GateTrial trial;

  @BeforeEach
  void deploy() {
    trial = new GateTrial(engine, http, password);
  }

  @AfterEach
  void remove() {
    trial.remove();
  }

  @Test
  void superiorOfTheStarterEndsTheCaseAndItsTraceStays() {
    String caseId = trial.startAndRecord();
    String number = trial.caseNumber(caseId);

    assertThat(cancel(REVIEWER, number, "Opened twice 重複立案").getStatusCode().value()).isEqualTo(204);

    HistoricProcessInstance ended = engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(caseId).singleResult();
    assertThat(ended.getEndTime()).isNotNull();
    assertThat(ended.getDeleteReason()).isEqualTo("Opened twice 重複立案");
    assertThat(ended.getState()).isEqualTo(HistoricProcessInstance.STATE_EXTERNALLY_TERMINATED);
    assertThat(engine.getTaskService().getProcessInstanceComments(caseId)).extracting(Comment::getFullMessage).contains("Cancelled 取消: Opened twice 重複立案");
    assertThat(jdbc.sql("select count(*) from audit_entries where case_number = ? and action = 'cancel' and actor = ?").params(number, REVIEWER)
        .query(Integer.class).single()).isOne();
    assertThat(cancel(STARTER, number, "Once more 再次").getStatusCode().value()).isEqualTo(409);
  }

  @Test
  void roleThatMayCancelEverythingCancels() {
    assertThat(cancel("customer-service-manager", trial.caseNumber(trial.start()), "By mistake 誤開").getStatusCode().value()).isEqualTo(204);
  }

  @Test
  void starterAsksTheSuperiorAndAStrangerIsToldNothing() {
    String number = trial.caseNumber(trial.startAndRecord());

    assertThat(cancel(STARTER, number, "By mistake 誤開").getStatusCode().value()).isEqualTo(403);
    assertThat(cancel(STRANGER, number, "By mistake 誤開").getStatusCode().value()).isEqualTo(404);
    assertThat(cancel(REVIEWER, "GTT-1999-000001", "By mistake 誤開").getStatusCode().value()).isEqualTo(404);
    assertThat(trial.get(STARTER, "/api/cases/" + number).getBody().path("open").asBoolean()).isTrue();
  }

  @Test
  void reasonIsAskedFor() {
    String number = trial.caseNumber(trial.startAndRecord());
    Map<String, Long> before = RowCounts.of(dataSource);

    for (String reason : new String[] {"", "  ", "x".repeat(501)}) {
      ResponseEntity<JsonNode> answer = cancel(REVIEWER, number, reason);
      assertThat(answer.getStatusCode().value()).isEqualTo(400);
      assertThat(answer.getBody().path("message").asText()).contains("Reason 原因");
    }
    assertThat(trial.post(REVIEWER, "/api/cases/" + number + "/cancellation", Map.of()).getStatusCode().value()).isEqualTo(400);
    assertThat(RowCounts.of(dataSource)).isEqualTo(before);
  }

  private ResponseEntity<JsonNode> cancel(String user, String number, String reason) {
    return trial.post(user, "/api/cases/" + number + "/cancellation", Map.of("reason", reason));
  }
}
