package dev.kefu.engine.events;

import static dev.kefu.engine.gate.GateTrial.REVIEWER;
import static dev.kefu.engine.gate.GateTrial.STARTER;
import static dev.kefu.engine.gate.GateTrial.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.RowCounts;
import dev.kefu.engine.CaseCorrections;
import dev.kefu.engine.gate.GateTrial;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class CorrectionIT {

  private static final String MANAGER = "customer-service-manager";
  private static final String SECRET = "Key under the mat";

  @Autowired private ProcessEngine engine;
  @Autowired private TestRestTemplate http;
  @Autowired private DataSource dataSource;
  @Autowired private JdbcClient jdbc;
  @Autowired private CaseCorrections corrections;
  @Value("${kefu.demo.password}") private String password;
  private GateTrial trial;

  @BeforeEach
  void deploy() {
    trial = new GateTrial(engine, http, password);
  }

  @AfterEach
  void remove() {
    engine.getRepositoryService().createDeploymentQuery().deploymentName("correction trial").list()
        .forEach(found -> engine.getRepositoryService().deleteDeployment(found.getId(), true));
    trial.remove();
  }

  @Test
  void ownerCorrectsWhatWasRecordedAndBothVersionsStay() {
    String caseId = trial.startAndRecord();
    String number = trial.caseNumber(caseId);

    assertThat(correct(STARTER, number, "Broken jug", "The customer meant the jug 客戶所指為壺").getStatusCode().value()).isEqualTo(204);

    assertThat(engine.getRuntimeService().getVariable(caseId, "record").toString()).contains("Broken jug");
    assertThat(engine.getHistoryService().createHistoricDetailQuery().processInstanceId(caseId).variableUpdates().list().stream()
        .map(HistoricVariableUpdate.class::cast).filter(update -> update.getVariableName().equals("record")).map(update -> update.getValue().toString()))
        .hasSize(2).anyMatch(version -> version.contains("Broken cup")).anyMatch(version -> version.contains("Broken jug"));
    assertThat(corrections.correctorsOf(caseId, "userTask_record")).containsExactly(STARTER);
    assertThat(corrections.correctorsOf(caseId, "userTask_review")).isEmpty();
    assertThat(engine.getTaskService().getProcessInstanceComments(caseId)).extracting(Comment::getFullMessage)
        .containsExactly("Corrected 更正 · Record: The customer meant the jug 客戶所指為壺");
    assertThat(jdbc.sql("select count(*) from audit_entries where case_number = ? and action = 'correct' and actor = ?").params(number, STARTER)
        .query(Integer.class).single()).isOne();
  }

  @Test
  void everySuperiorOfWhoeverDidTheStepCorrects() {
    String number = trial.caseNumber(trial.startAndRecord());

    assertThat(correct(REVIEWER, number, "Broken jug", "Heard it 聽到").getStatusCode().value()).isEqualTo(204);
    assertThat(correct(MANAGER, number, "Broken bowl", "Saw it 看到").getStatusCode().value()).isEqualTo(204);

    assertThat(jdbc.sql("select corrector from engine_corrections where case_number = ? order by id").param(number).query(String.class).list())
        .containsExactly(REVIEWER, MANAGER);
  }

  @Test
  void ownerDoesNotCorrectWhatASuperiorSaid() {
    String caseId = reviewed();
    String number = trial.caseNumber(caseId);
    Map<String, ?> review = Map.of("root", "review", "reason", "I would rather 另有意見", "data", Map.of("decision", "return"));

    assertThat(trial.post(STARTER, corrections(number), review).getStatusCode().value()).isEqualTo(403);
    assertThat(trial.post(MANAGER, corrections(number), review).getStatusCode().value()).isEqualTo(204);
  }

  @Test
  void whoHasNothingToDoWithTheCaseIsNotToldOfIt() {
    String number = trial.caseNumber(trial.startAndRecord());

    assertThat(trial.get(STRANGER, corrections(number)).getStatusCode().value()).isEqualTo(404);
    assertThat(correct(STRANGER, number, "Broken jug", "Just so").getStatusCode().value()).isEqualTo(404);
    assertThat(correct(STARTER, "GTT-1999-000001", "Broken jug", "Just so").getStatusCode().value()).isEqualTo(404);
  }

  @Test
  void everyWrongFieldAndAMissingReasonAreNamedAndNothingChanges() {
    String caseId = trial.startAndRecord();
    String number = trial.caseNumber(caseId);
    Map<String, Long> before = RowCounts.of(dataSource);
    Map<String, Object> data = new HashMap<>(Map.of("subject", "x".repeat(21), "amount", "-1", "way", "pigeon", "invented", 1));

    ResponseEntity<JsonNode> answer = trial.post(STARTER, corrections(number), Map.of("root", "record", "reason", " ", "data", data));

    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    assertThat(answer.getBody().path("errors").findValuesAsText("path"))
        .containsExactlyInAnyOrder("reason", "record.subject", "record.amount", "record.way", "record.invented");
    assertThat(answer.getBody().path("message").asText()).contains("Reason 原因", "Subject 主題", "Amount 金額", "Way 方式");
    assertThat(correct(STARTER, number, "Broken jug", "x".repeat(501)).getBody().path("errors").findValuesAsText("path")).containsExactly("reason");
    assertThat(trial.post(STARTER, corrections(number), Map.of("root", "record", "reason", "None", "data", "text")).getStatusCode().value()).isEqualTo(400);
    assertThat(RowCounts.of(dataSource)).isEqualTo(before);
  }

  @Test
  void formIsShownAsItWasHandedInAndClassifiedValuesOnlyToThoseWhoMayReadThem() {
    String caseId = trial.start();
    trial.post(STARTER, "/engine-rest/task/" + trial.task(caseId).getId() + "/submit-form",
        GateTrial.form("record", Map.of("subject", "Broken cup", "amount", "12.50", "secret", SECRET)));
    String path = corrections(trial.caseNumber(caseId)) + "/record/form";

    JsonNode own = trial.get(STARTER, path).getBody();
    JsonNode managers = trial.get(MANAGER, path).getBody();

    assertThat(own.path("root").asText()).isEqualTo("record");
    assertThat(own.path("schema").path("id").asText()).isEqualTo("gate-trial-record");
    assertThat(own.path("data").path("record").path("subject").asText()).isEqualTo("Broken cup");
    assertThat(own.path("data").path("record").path("secret").asText()).isEqualTo(SECRET);
    assertThat(managers.toString()).doesNotContain(SECRET).contains("classified");

    Map<String, Object> data = new HashMap<>();
    managers.path("data").path("record").fields().forEachRemaining(field -> data.put(field.getKey(), field.getValue()));
    assertThat(trial.post(MANAGER, corrections(trial.caseNumber(caseId)), Map.of("root", "record", "reason", "Checked 已核", "data", data))
        .getStatusCode().value()).isEqualTo(204);

    assertThat(trial.get(STARTER, path).getBody().path("data").path("record").path("secret").asText()).isEqualTo(SECRET);
    assertThat(engine.getRuntimeService().getVariable(caseId, "record").toString()).doesNotContain(SECRET).doesNotContain("classified");
  }

  @Test
  void formThatIsOpenIsCompletedAndNotCorrected() {
    String caseId = trial.start();
    assertThat(correct(STARTER, trial.caseNumber(caseId), "Broken jug", "Too early").getStatusCode().value()).isEqualTo(409);
    String again = trial.startAndRecord();
    engine.getRuntimeService().createProcessInstanceModification(again).startBeforeActivity("userTask_record").execute();

    ResponseEntity<JsonNode> answer = correct(STARTER, trial.caseNumber(again), "Broken jug", "It is open");

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(answer.getBody().path("message").asText()).contains("open as a task");
    assertThat(trial.get(STARTER, corrections(trial.caseNumber(again))).getBody().get(0).path("unavailable").asText()).contains("open as a task");
  }

  @Test
  void whatWasApprovedIsNotCorrectedAndAnApproversWordNeither() {
    deployWithApproval();
    String caseId = trial.start();
    String number = trial.caseNumber(caseId);
    submit(STARTER, caseId, "record", Map.of("subject", "Broken cup"));
    assertThat(correct(STARTER, number, "Broken jug", "Before the approval").getStatusCode().value()).isEqualTo(204);
    submit(REVIEWER, caseId, "review", Map.of("decision", "accept"));

    ResponseEntity<JsonNode> answer = correct(STARTER, number, "Broken bowl", "After it");

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(answer.getBody().path("message").asText()).contains("\"Approve\" was decided on it");
    assertThat(trial.post(MANAGER, corrections(number), Map.of("root", "review", "reason", "No", "data", Map.of("decision", "return")))
        .getStatusCode().value()).isEqualTo(409);
    assertThat(engine.getRuntimeService().getVariable(caseId, "record").toString()).contains("Broken jug");
  }

  @Test
  void whatACallJudgesThatBarsItsPerformerIsNotCorrectedMeanwhile() {
    BpmnModelInstance model = Bpmn.createExecutableProcess(GateTrial.PROCESS).camundaHistoryTimeToLiveString("P1D").startEvent()
        .userTask("userTask_record").name("Record").camundaAssignee("${starter}").camundaFormRef("gate-trial-record").camundaFormRefBinding("deployment")
        .callActivity("callActivity_judge").name("Judge").calledElement("four-eyes-trial-bottom").endEvent().done();
    property(model, GateTrial.PROCESS, "caseNumberPrefix", "GTT");
    property(model, "callActivity_judge", "fourEyes", "userTask_record");
    engine.getRepositoryService().createDeployment().name("correction trial").addModelInstance("correction-trial.bpmn", model)
        .addClasspathResource("gate/gate-trial-record.form").addClasspathResource("gate/four-eyes-trial-bottom.bpmn").deploy();
    String caseId = trial.start();
    submit(STARTER, caseId, "record", Map.of("subject", "Broken cup"));

    ResponseEntity<JsonNode> answer = correct(STARTER, trial.caseNumber(caseId), "Broken bowl", "While it is judged");

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(answer.getBody().path("message").asText()).contains("\"Judge\" decides on it now");
  }

  @Test
  void endedCaseIsCorrectedNoMore() {
    String caseId = trial.startAndRecord();
    String number = trial.caseNumber(caseId);
    engine.getRuntimeService().deleteProcessInstance(caseId, "over");

    assertThat(correct(STARTER, number, "Broken jug", "Late").getStatusCode().value()).isEqualTo(409);
    assertThat(correct(REVIEWER, number, "Broken jug", "Late").getStatusCode().value()).isEqualTo(404);
  }

  private String reviewed() {
    String caseId = trial.startAndRecord();
    submit(REVIEWER, caseId, "review", Map.of("decision", "accept"));
    return caseId;
  }

  private void submit(String user, String caseId, String root, Map<String, Object> data) {
    assertThat(trial.post(user, "/engine-rest/task/" + trial.task(caseId).getId() + "/submit-form", GateTrial.form(root, data)).getStatusCode().value())
        .isEqualTo(204);
  }

  private ResponseEntity<JsonNode> correct(String user, String number, String subject, String reason) {
    return trial.post(user, corrections(number), Map.of("root", "record", "reason", reason, "data", Map.of("subject", subject, "amount", "12.50", "way", "phone")));
  }

  private static String corrections(String number) {
    return "/api/cases/" + number + "/corrections";
  }

  /** A newer version of the trial, whose second step is an approval. */
  private void deployWithApproval() {
    BpmnModelInstance model = Bpmn.createExecutableProcess(GateTrial.PROCESS).camundaHistoryTimeToLiveString("P1D").startEvent()
        .userTask("userTask_record").name("Record").camundaAssignee("${starter}").camundaFormRef("gate-trial-record").camundaFormRefBinding("deployment")
        .userTask("userTask_review").name("Approve").camundaCandidateGroups(REVIEWER).camundaFormRef("gate-trial-review").camundaFormRefBinding("deployment")
        .userTask("userTask_file").camundaCandidateGroups(REVIEWER).endEvent().done();
    property(model, GateTrial.PROCESS, "caseNumberPrefix", "GTT");
    property(model, "userTask_review", "fourEyes", "userTask_record");
    engine.getRepositoryService().createDeployment().name("correction trial").addModelInstance("correction-trial.bpmn", model)
        .addClasspathResource("gate/gate-trial-record.form").addClasspathResource("gate/gate-trial-review.form").deploy();
  }

  private static void property(BpmnModelInstance model, String element, String name, String value) {
    BaseElement at = model.getModelElementById(element);
    if (at.getExtensionElements() == null) {
      at.setExtensionElements(model.newInstance(ExtensionElements.class));
    }
    CamundaProperty property = model.newInstance(CamundaProperty.class);
    property.setCamundaName(name);
    property.setCamundaValue(value);
    CamundaProperties properties = at.getExtensionElements().addExtensionElement(CamundaProperties.class);
    properties.addChildElement(property);
  }
}
