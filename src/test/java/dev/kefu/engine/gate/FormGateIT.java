package dev.kefu.engine.gate;

import static dev.kefu.engine.gate.GateTrial.ADMINISTRATOR;
import static dev.kefu.engine.gate.GateTrial.REPAIRER;
import static dev.kefu.engine.gate.GateTrial.REVIEWER;
import static dev.kefu.engine.gate.GateTrial.STARTER;
import static dev.kefu.engine.gate.GateTrial.STRANGER;
import static dev.kefu.engine.gate.GateTrial.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.KefuIT;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class FormGateIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired private ProcessEngine engine;
  @Autowired private TestRestTemplate http;
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

  @ParameterizedTest
  @ValueSource(strings = {"submit-form", "complete", "resolve"})
  void wrongFieldsAreRefusedWithTheirLabelsAndNothingChanges(String route) {
    String caseId = trial.start();
    Map<String, Long> before = engine.getManagementService().getTableCount();

    ResponseEntity<JsonNode> answer = trial.post(STARTER, task(caseId) + route,
        form("record", Map.of("subject", "", "amount", "-1", "way", "pigeon", "invented", true)));

    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    assertThat(answer.getBody().path("message").asText()).contains("Please correct 請更正: ", "Subject 主題: ", "Amount 金額: ", "Way 方式: ", "invented");
    assertThat(engine.getManagementService().getTableCount()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"submit-form", "complete"})
  void rightFieldsAreStoredAsOneJson(String route) {
    String caseId = trial.start();

    ResponseEntity<JsonNode> answer = trial.post(STARTER, task(caseId) + route, form("record", Map.of("subject", "杯子 𠮷", "amount", "12.50")));

    assertThat(answer.getStatusCode().value()).isEqualTo(204);
    assertThat(Spin.JSON(engine.getRuntimeService().getVariable(caseId, "record").toString()).prop("subject").stringValue()).isEqualTo("杯子 𠮷");
    assertThat(trial.task(caseId).getTaskDefinitionKey()).isEqualTo("userTask_review");
  }

  @Test
  void javaValuesOfEverySortAreCheckedAlike() {
    Map<String, Object> bad = Map.of("subject", "x".repeat(21));
    String caseId = trial.start();
    for (Object value : List.of(bad, Spin.JSON(bad), "{\"subject\":\"" + "x".repeat(21) + "\"}")) {
      assertThatThrownBy(() -> submit(STARTER, caseId, Map.of("record", value))).isInstanceOf(FormFieldValidationException.class)
          .hasMessageContaining("Subject 主題");
    }
    for (Object value : List.of(Map.of("subject", "a"), Spin.JSON("{\"subject\":\"a\"}"), "{\"subject\":\"a\"}")) {
      String good = trial.start();
      submit(STARTER, good, Map.of("record", value));
      assertThat(Spin.JSON(engine.getRuntimeService().getVariable(good, "record").toString()).prop("subject").stringValue()).isEqualTo("a");
    }
  }

  @Test
  void filesObjectsDuplicateKeysAndGiantsAreRefused() {
    String caseId = trial.start();
    for (Object value : List.of(Variables.fileValue("a.txt").file("a".getBytes()).create(), Variables.objectValue(new HashMap<>()).create(),
        Variables.byteArrayValue(new byte[1]), "{\"subject\":\"\",\"subject\":\"a\"}", "{\"subject\":\"" + "x".repeat(300_000) + "\"}", 5)) {
      assertThatThrownBy(() -> submit(STARTER, caseId, Map.of("record", value))).isInstanceOf(FormFieldValidationException.class);
    }
    assertThat(trial.task(caseId).getTaskDefinitionKey()).isEqualTo("userTask_record");
  }

  @Test
  void unknownVariableBesideTheFormIsRefused() {
    String caseId = trial.start();

    assertThatThrownBy(() -> submit(STARTER, caseId, Map.of("record", Map.of("subject", "a"), "severity", "hacked")))
        .isInstanceOf(FormFieldValidationException.class).hasMessageContaining("severity");
  }

  @Test
  void taskWithoutFormTakesNoData() {
    String caseId = trial.startAndRecord();
    submit(REVIEWER, caseId, Map.of("review", Map.of("decision", "accept")));

    assertThat(trial.post(REVIEWER, task(caseId) + "complete", form("anything", Map.of("a", 1))).getStatusCode().value()).isEqualTo(400);
    assertThat(trial.post(REVIEWER, task(caseId) + "complete", Map.of()).getStatusCode().value()).isEqualTo(204);
  }

  @Test
  void unclaimedTaskIsClaimedForWhoeverCompletesIt() {
    String caseId = trial.startAndRecord();
    String taskId = trial.task(caseId).getId();

    assertThat(trial.post(REVIEWER, task(caseId) + "submit-form", form("review", Map.of("decision", "accept"))).getStatusCode().value())
        .isEqualTo(204);

    assertThat(engine.getHistoryService().createHistoricTaskInstanceQuery().taskId(taskId).singleResult().getAssignee()).isEqualTo(REVIEWER);
  }

  @Test
  void taskInOtherHandsIsRefusedToMereCandidates() {
    String caseId = trial.startAndRecord();
    engine.getTaskService().setAssignee(trial.task(caseId).getId(), "somebody-else");

    ResponseEntity<JsonNode> answer = trial.post(REVIEWER, task(caseId) + "submit-form", form("review", Map.of("decision", "accept")));

    assertThat(answer.getStatusCode().value()).isEqualTo(403);
    assertThat(answer.getBody().path("message").asText()).contains("somebody-else", "此任務由他人辦理");
  }

  @Test
  void strangerLearnsNothingOfTheForm() {
    String caseId = trial.start();

    ResponseEntity<JsonNode> answer = trial.post(STRANGER, task(caseId) + "submit-form", form("record", Map.of("subject", "")));

    assertThat(answer.getStatusCode().value()).isEqualTo(403);
    assertThat(answer.getBody().toString()).doesNotContain("Subject");
  }

  @Test
  void completionGivesNoVariablesBack() {
    String caseId = trial.start();
    Map<String, Object> body = new HashMap<>(form("record", Map.of("subject", "a")));
    body.put("withVariablesInReturn", true);

    ResponseEntity<JsonNode> answer = trial.post(STARTER, task(caseId) + "complete", body);

    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    assertThat(answer.getBody()).isEmpty();
  }

  @Test
  void caseStartsWithNothing() {
    String path = "/engine-rest/process-definition/key/gate-trial/";
    Map<String, Object> data = form("record", Map.of("subject", "a"));
    Map<String, Long> before = engine.getManagementService().getTableCount();

    assertThat(trial.post(STARTER, path + "start", data).getStatusCode().value()).isEqualTo(400);
    assertThat(trial.post(STARTER, path + "submit-form", data).getStatusCode().value()).isEqualTo(400);
    assertThat(trial.post(STARTER, path + "start", Map.of("businessKey", "X-1")).getStatusCode().value()).isEqualTo(400);
    assertThat(trial.post(STARTER, path + "submit-form", Map.of("businessKey", "X-1")).getStatusCode().value()).isEqualTo(400);
    assertThat(trial.post(STARTER, path + "start",
        Map.of("startInstructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "userTask_file")))).getStatusCode().value())
        .isEqualTo(400);
    assertThat(engine.getManagementService().getTableCount()).isEqualTo(before);

    ResponseEntity<JsonNode> answer = trial.post(STARTER, path + "start", Map.of("withVariablesInReturn", true));
    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    assertThat(answer.getBody().path("businessKey").asText()).matches("GTT-\\d{4}-\\d{6}");
    assertThat(answer.getBody().path("variables")).isEmpty();
    assertThat(trial.task(answer.getBody().path("id").asText()).getAssignee()).isEqualTo(STARTER);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "POST | /engine-rest/task/{task}/bpmnError | {\"errorCode\":\"e\",\"variables\":{}}",
      "POST | /engine-rest/task/{task}/bpmnEscalation | {\"escalationCode\":\"e\"}",
      "PUT | /engine-rest/task/{task}/variables/x | {\"value\":1,\"type\":\"Integer\"}",
      "POST | /engine-rest/task/{task}/variables | {\"modifications\":{\"x\":{\"value\":1}}}",
      "PUT | /engine-rest/task/{task}/localVariables/x | {\"value\":1,\"type\":\"Integer\"}",
      "DELETE | /engine-rest/task/{task}/variables/record |",
      "PUT | /engine-rest/process-instance/{case}/variables/x | {\"value\":1,\"type\":\"Integer\"}",
      "POST | /engine-rest/process-instance/{case}/variables | {\"modifications\":{\"x\":{\"value\":1}}}",
      "DELETE | /engine-rest/process-instance/{case}/variables/record |",
      "PUT | /engine-rest/execution/{case}/localVariables/x | {\"value\":1,\"type\":\"Integer\"}",
      "POST | /engine-rest/process-instance/variables-async | {\"processInstanceIds\":[\"{case}\"],\"variables\":{\"x\":{\"value\":1}}}",
      "POST | /engine-rest/process-instance/{case}/modification | {\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"userTask_file\"}]}",
      "POST | /engine-rest/process-instance/{case}/modification-async | {\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"userTask_file\"}]}",
      "POST | /engine-rest/modification/execute | {\"processDefinitionId\":\"{definition}\",\"processInstanceIds\":[\"{case}\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"userTask_file\"}]}",
      "POST | /engine-rest/process-definition/{definition}/restart | {\"processInstanceIds\":[\"{case}\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"userTask_file\"}]}",
      "POST | /engine-rest/message | {\"messageName\":\"gateTrial.withdraw\",\"processInstanceId\":\"{case}\"}",
      "POST | /engine-rest/execution/{case}/messageSubscriptions/gateTrial.withdraw/trigger | {}",
      "POST | /engine-rest/execution/{case}/signal | {}",
      "POST | /engine-rest/signal | {\"name\":\"any\"}",
      "POST | /engine-rest/condition | {\"variables\":{\"x\":{\"value\":1}}}",
      "POST | /engine-rest/execution/{case}/create-incident | {\"incidentType\":\"x\"}",
      "POST | /engine-rest/decision-definition/key/help-route/evaluate | {\"variables\":{}}",
      "POST | /engine-rest/external-task/fetchAndLock | {\"workerId\":\"w\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"t\",\"lockDuration\":1000}]}",
      "GET | /engine-rest/task/{task}/attachment |"})
  void whatIsNotDoneByHandIsRefusedOnEveryRouteEvenToAnAdministrator(String method, String path, String body) {
    String caseId = trial.startAndRecord();
    Task task = trial.task(caseId);
    Map<String, Long> before = engine.getManagementService().getTableCount();

    ResponseEntity<JsonNode> answer = trial.exchange(ADMINISTRATOR, HttpMethod.valueOf(method), fill(path, task), body == null ? null : fill(body, task));

    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(400);
    assertThat(String.valueOf(answer.getBody())).contains("Not possible by hand");
    assertThat(engine.getManagementService().getTableCount()).isEqualTo(before);
  }

  @Test
  void standaloneTasksAreRefused() {
    assertThat(trial.post(ADMINISTRATOR, "/engine-rest/task/create", Map.of("name", "x")).getStatusCode().value()).isEqualTo(400);
  }

  @Test
  void repairNeedsItsGroupAndAReason() {
    String caseId = trial.startAndRecord();
    String path = "/engine-rest/process-instance/" + caseId + "/variables/x";
    Map<String, Object> body = Map.of("value", 1, "type", "Integer");

    assertThat(trial.exchange(REPAIRER, HttpMethod.PUT, path, body).getBody().path("message").asText()).contains("Kefu-Repair-Reason");
    assertThat(trial.exchange(REPAIRER, HttpMethod.PUT, path, body, "Kefu-Repair-Reason", "abc").getStatusCode().value()).isEqualTo(400);
    assertThat(trial.exchange(REPAIRER, HttpMethod.PUT, path, body, "Kefu-Repair-Reason", "%E5%AE%A2%E6%88%B6%E8%B3%87%E6%96%99%E6%9B%B4%E6%AD%A3")
        .getStatusCode().value()).isEqualTo(204);

    assertThat(engine.getRuntimeService().getVariable(caseId, "x")).isEqualTo(1);
    assertThat(engine.getHistoryService().createUserOperationLogQuery().processInstanceId(caseId).userId(REPAIRER).list())
        .isNotEmpty().allSatisfy(entry -> assertThat(entry.getAnnotation()).isEqualTo("客戶資料更正"));
    assertThat(jdbc.sql("select count(*) from audit_entries where kind = 'REPAIR' and actor = ? and subject_id = ?").params(REPAIRER, caseId)
        .query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void browserGetsOnlyWhatTheFormNames() throws Exception {
    String caseId = trial.startAndRecord();
    engine.getRuntimeService().setVariable(caseId, "internal", "not for browsers");

    for (String route : List.of("form-variables?deserializeValues=false", "variables?deserializeValues=false")) {
      JsonNode answer = trial.get(REVIEWER, task(caseId) + route).getBody();

      assertThat(answer.fieldNames()).toIterable().containsExactlyInAnyOrder("record", "shown");
      assertThat(JSON.readTree(answer.at("/record/value").asText())).isEqualTo(JSON.readTree("{\"subject\":\"Broken cup\"}"));
      JsonNode shown = JSON.readTree(answer.at("/shown/value").asText());
      assertThat(shown.path("caseNumber").asText()).isEqualTo(trial.caseNumber(caseId));
      assertThat(shown.at("/record/way").asText()).isEqualTo("By phone 電話");
    }
    assertThat(trial.get(REVIEWER, task(caseId) + "variables/internal").getStatusCode().value()).isEqualTo(404);
    assertThat(trial.get(REVIEWER, task(caseId) + "variables/record?deserializeValue=false").getBody().path("value").asText())
        .contains("Broken cup").doesNotContain("12.50");
  }

  @Test
  void classifiedValueNeverBecomesAVariableAndIsShownOnlyToItsRoles() throws Exception {
    String caseId = trial.start();
    submit(STARTER, caseId, Map.of("record", Map.of("subject", "Broken cup", "secret", "owes 欠款 500")));
    assertThat(engine.getRuntimeService().getVariable(caseId, "record").toString()).doesNotContain("500");

    assertThat(secretSeenBy(REVIEWER, caseId)).isEqualTo("●●● (classified 保密)");
    engine.getTaskService().setAssignee(trial.task(caseId).getId(), STARTER);
    assertThat(secretSeenBy(STARTER, caseId)).isEqualTo("owes 欠款 500");

    assertThat(jdbc.sql("select actor from audit_entries where kind = 'CLASSIFIED_READ' and case_number = ?").param(trial.caseNumber(caseId))
        .query(String.class).list()).containsOnly(STARTER);
  }

  private String secretSeenBy(String user, String caseId) throws Exception {
    JsonNode answer = trial.get(user, task(caseId) + "form-variables?deserializeValues=false").getBody();
    return JSON.readTree(answer.at("/record/value").asText()).path("secret").asText();
  }

  @Test
  void ownFormIsPrefilledWhole() throws Exception {
    String caseId = trial.start();

    JsonNode answer = trial.get(STARTER, task(caseId) + "form-variables?deserializeValues=false").getBody();

    assertThat(answer.fieldNames()).toIterable().containsExactly("shown");
    assertThat(trial.get(STARTER, task(caseId) + "deployed-form").getBody().path("id").asText()).isEqualTo("gate-trial-record");
  }

  @Test
  void commentsAreForThoseWhoWorkOnTheTask() {
    String caseId = trial.startAndRecord();
    String other = trial.startAndRecord();
    String path = task(caseId) + "comment";

    assertThat(trial.post(REVIEWER, path + "/create", Map.of("message", "Called 已致電")).getStatusCode().value()).isEqualTo(200);
    assertThat(trial.get(REVIEWER, path).getBody().at("/0/message").asText()).isEqualTo("Called 已致電");
    assertThat(trial.post(REVIEWER, path + "/create", Map.of("message", "x", "processInstanceId", trial.start())).getStatusCode().value())
        .isEqualTo(403);
    assertThat(trial.post(STARTER, path + "/create", Map.of("message", "x")).getStatusCode().value()).isIn(400, 403);
    assertThat(trial.get(STRANGER, path).getStatusCode().value()).isIn(403, 404);
    assertThatThrownBy(() -> trial.as(STRANGER, () -> engine.getTaskService().getProcessInstanceComments(caseId)))
        .isInstanceOf(AuthorizationException.class);
    assertThat(trial.get(REVIEWER, task(other) + "comment").getBody()).isEmpty();
  }

  private void submit(String user, String caseId, Map<String, Object> variables) {
    String taskId = trial.task(caseId).getId();
    trial.as(user, () -> {
      engine.getFormService().submitTaskForm(taskId, variables);
      return null;
    });
  }

  private String task(String caseId) {
    return "/engine-rest/task/" + trial.task(caseId).getId() + "/";
  }

  private static String fill(String text, Task task) {
    return text.replace("{task}", task.getId()).replace("{case}", task.getProcessInstanceId()).replace("{definition}", task.getProcessDefinitionId());
  }
}
