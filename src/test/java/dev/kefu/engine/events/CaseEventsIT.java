package dev.kefu.engine.events;

import static dev.kefu.engine.gate.GateTrial.REVIEWER;
import static dev.kefu.engine.gate.GateTrial.STARTER;
import static dev.kefu.engine.gate.GateTrial.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.engine.gate.GateTrial;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;

@KefuIT
class CaseEventsIT {

  @Autowired private ProcessEngine engine;
  @Autowired private TestRestTemplate http;
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
  void callerSeesWhatHeMayReportNow() {
    String caseId = trial.startAndRecord();

    assertThat(trial.get(STARTER, events(caseId)).getBody().findValuesAsText("message"))
        .containsExactlyInAnyOrder("gateTrial.confirmed", "gateTrial.withdraw");
    assertThat(trial.get("development-supervisor", events(caseId)).getBody().findValuesAsText("message")).containsExactly("gateTrial.confirmed");
    assertThat(trial.get(STRANGER, events(caseId)).getBody()).isEmpty();
    assertThat(trial.get(STARTER, "/api/cases/GTT-1999-000001/events").getStatusCode().value()).isEqualTo(404);
  }

  @Test
  void rightDataMoveTheCaseOn() {
    String caseId = trial.startAndRecord();

    assertThat(trial.post("development-supervisor", events(caseId) + "/gateTrial.confirmed", Map.of("note", "By phone 電話")).getStatusCode().value())
        .isEqualTo(204);

    assertThat(trial.task(caseId).getTaskDefinitionKey()).isEqualTo("userTask_file");
    assertThat(engine.getRuntimeService().getVariable(caseId, "confirmation").toString()).isEqualTo("{\"note\":\"By phone 電話\"}");
  }

  @Test
  void wrongDataAreRefusedFieldByFieldAndNothingChanges() {
    String caseId = trial.startAndRecord();
    Map<String, Long> before = engine.getManagementService().getTableCount();

    ResponseEntity<JsonNode> answer = trial.post(STARTER, events(caseId) + "/gateTrial.confirmed", Map.of("note", "", "invented", 1));

    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    assertThat(answer.getBody().path("errors").findValuesAsText("path")).contains("confirmation.note", "confirmation.invented");
    assertThat(engine.getManagementService().getTableCount()).isEqualTo(before);
  }

  @Test
  void whoMayNotReportIsRefused() {
    String caseId = trial.startAndRecord();

    assertThat(trial.post(REVIEWER, events(caseId) + "/gateTrial.confirmed", Map.of("note", "x")).getStatusCode().value()).isEqualTo(403);
    assertThat(trial.post(STRANGER, events(caseId) + "/gateTrial.withdraw", null).getStatusCode().value()).isEqualTo(403);
  }

  @Test
  void eventThatNothingWaitsForIsAConflict() {
    String caseId = trial.start();

    assertThat(trial.post(STARTER, events(caseId) + "/gateTrial.confirmed", Map.of("note", "x")).getStatusCode().value()).isEqualTo(409);
  }

  @Test
  void withdrawalEndsTheCaseUntilTheStepThatClosesIt() {
    String open = trial.startAndRecord();
    String late = trial.startAndRecord();
    String lateEvents = events(late);
    String number = trial.caseNumber(open);
    assertThat(trial.post(REVIEWER, "/engine-rest/task/" + trial.task(late).getId() + "/submit-form",
        GateTrial.form("review", Map.of("decision", "accept"))).getStatusCode().value()).isEqualTo(204);

    ResponseEntity<JsonNode> tooLate = trial.post(STARTER, lateEvents + "/gateTrial.withdraw", null);
    assertThat(tooLate.getStatusCode().value()).isEqualTo(409);
    assertThat(tooLate.getBody().path("message").asText()).contains("Too late for \"Withdrawn\": \"Review\" is done");
    assertThat(trial.post(STARTER, events(open) + "/gateTrial.withdraw", null).getStatusCode().value()).isEqualTo(204);

    assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(open).count()).isZero();
    assertThat(engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(open).activityId("endEvent_withdrawn").count())
        .isEqualTo(1);
    assertThat(trial.get(STARTER, "/api/cases/" + number).getBody().path("open").asBoolean(true)).isFalse();
    assertThat(trial.get(STRANGER, "/api/cases/" + number).getStatusCode().value()).isEqualTo(404);
  }

  @Test
  void actionsOfACaseAreShownToThoseWhoMaySeeItWithWhatCameTooLate() {
    String caseId = trial.startAndRecord();
    String actions = "/api/cases/" + trial.caseNumber(caseId) + "/actions";

    assertThat(trial.get(STARTER, actions).getBody().path("actions").findValuesAsText("kind")).containsExactlyInAnyOrder("event", "event", "correction");
    assertThat(trial.get("development-supervisor", actions).getBody().path("actions").findValuesAsText("id")).containsExactly("gateTrial.confirmed");
    assertThat(trial.get(REVIEWER, actions).getBody().path("actions").findValuesAsText("kind")).containsExactlyInAnyOrder("correction", "cancellation");
    assertThat(trial.get(REVIEWER, actions).getBody().path("standsAt").asText()).isEqualTo("Review");
    assertThat(trial.get(STRANGER, actions).getStatusCode().value()).isEqualTo(404);

    trial.post(REVIEWER, "/engine-rest/task/" + trial.task(caseId).getId() + "/submit-form", GateTrial.form("review", Map.of("decision", "accept")));
    assertThat(trial.get(STARTER, actions).getBody().path("actions").findValuesAsText("unavailable"))
        .containsExactly("Too late for \"Withdrawn\": \"Review\" is done 此步驟已完成,不再接受");
  }

  @Test
  void formOfAnEventIsShownToThoseWhoMayReportIt() {
    String path = events(trial.startAndRecord()) + "/gateTrial.confirmed/form";

    assertThat(trial.get("development-supervisor", path).getBody().path("schema").path("id").asText()).isEqualTo("gate-trial-confirm");
    assertThat(trial.get(REVIEWER, path).getStatusCode().value()).isEqualTo(403);
  }

  private String events(String caseId) {
    return "/api/cases/" + trial.caseNumber(caseId) + "/events";
  }
}
