package dev.kefu.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.RowCounts;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A case that is recorded, reviewed by somebody else, goes two calls deep (checked, concluded, filed) and is signed. Its recorder belongs to the
 * supervisors who review.
 */
@KefuIT
class FourEyesIT {

  private static final String RECORDER = "survey-supervisor";
  private static final String COLLEAGUE = "survey-supervisor-2";
  private static final String SPECIALIST = "survey-specialist";
  private static final String MANAGER = "customer-service-manager";
  private static final String ACCUSED = "customer-service-manager-2";
  private static final Map<String, Object> RECORD = Map.of("subject", "Broken cup", "amount", "12.50", "way", "phone");

  @Autowired private ProcessEngine engine;
  @Autowired private TestRestTemplate http;
  @Autowired private DataSource dataSource;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  private GateTrial trial;
  private String deployment;

  @BeforeEach
  void deploy() {
    trial = new GateTrial(engine, http, password);
    deployment = engine.getRepositoryService().createDeployment().name("four-eyes trial")
        .addClasspathResource("gate/four-eyes-trial.bpmn").addClasspathResource("gate/four-eyes-trial-middle.bpmn")
        .addClasspathResource("gate/four-eyes-trial-bottom.bpmn").addClasspathResource("gate/gate-trial-record.form")
        .addClasspathResource("gate/gate-trial-review.form").addClasspathResource("gate/gate-trial-confirm.form").deploy().getId();
  }

  @AfterEach
  void remove() {
    engine.getRepositoryService().deleteDeployment(deployment, true);
    trial.remove();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "claim           | survey-supervisor        | POST | /claim          | {'userId':'survey-supervisor'}",
      "claim           | survey-supervisor-2      | POST | /claim          | {'userId':'survey-supervisor'}",
      "complete        | survey-supervisor        | POST | /submit-form    | {'variables':{'review':{'type':'Json','value':'{\\'decision\\':\\'accept\\'}'}}}",
      "complete        | survey-supervisor        | POST | /complete       | {'variables':{'review':{'type':'Json','value':'{\\'decision\\':\\'accept\\'}'}}}",
      "complete        | survey-supervisor        | POST | /submit-form    | {}",
      "resolve         | survey-supervisor        | POST | /resolve        | {}",
      "assign          | customer-service-manager | POST | /assignee       | {'userId':'survey-supervisor'}",
      "delegate        | customer-service-manager | POST | /delegate       | {'userId':'survey-supervisor'}",
      "update          | customer-service-manager | PUT  | /               | {'name':'Review','assignee':'survey-supervisor'}",
      "update          | customer-service-manager | PUT  | /               | {'name':'Review','owner':'survey-supervisor'}",
      "addIdentityLink | customer-service-manager | POST | /identity-links | {'userId':'survey-supervisor','type':'assignee'}"})
  void whoDidTheBarredStepNeitherTakesNorGetsNorCompletesTheOther(String action, String actor, String method, String path, String body) {
    Task review = recorded();
    Map<String, Long> before = RowCounts.of(dataSource);

    ResponseEntity<JsonNode> answer = trial.exchange(actor, HttpMethod.valueOf(method), task(review) + path, body.replace("\\'", "\\\"").replace('\'', '"'));

    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(403);
    assertThat(answer.getBody().path("message").asText()).contains((actor.equals(RECORDER) ? "You" : RECORDER) + " did \"Record 登記\" in this case",
        "somebody else must do \"Review 審閱\"", "Let a colleague or a superior do it", "職責分離");
    assertNothingButAnAuditEntry(before, action, actor, review);
  }

  @Test
  void webApplicationsAndJavaRefuseInTheSameWords() {
    Task review = recorded();
    Caller caller = new Caller(port, RECORDER, password);
    Map<String, Long> before = RowCounts.of(dataSource);
    String path = "/camunda/api/engine/engine/default/task/" + review.getId();

    for (String way : List.of("/claim", "/submit-form", "/complete", "/resolve")) {
      HttpResponse<String> answer = caller.withSession(path + way, way.equals("/claim") ? "{\"userId\":\"" + RECORDER + "\"}" : "{}");
      assertThat(answer.statusCode()).as(way).isEqualTo(403);
      assertThat(answer.body()).contains("You did \\\"Record 登記\\\" in this case");
    }
    assertThatThrownBy(() -> trial.as(RECORDER, () -> {
      engine.getTaskService().claim(review.getId(), RECORDER);
      return null;
    })).isInstanceOf(AuthorizationException.class).hasMessageContaining("You did \"Record 登記\" in this case");

    assertThat(withoutAudit(RowCounts.of(dataSource))).isEqualTo(withoutAudit(before));
    assertThat(refusals(review, RECORDER)).hasSize(5);
  }

  @Test
  void colleaguePassesWithAndWithoutAClaim() {
    Task claimed = recorded();
    assertThat(post(COLLEAGUE, claimed, "/claim", Map.of("userId", COLLEAGUE))).isEqualTo(204);
    assertThat(review(COLLEAGUE, claimed)).isEqualTo(204);

    Task unclaimed = recorded();
    assertThat(review(COLLEAGUE, unclaimed)).isEqualTo(204);
  }

  @Test
  void strangerIsRefusedByTheEngineAndLearnsNothing() {
    Task review = recorded();

    ResponseEntity<JsonNode> answer = trial.post(GateTrial.STRANGER, task(review) + "/claim", Map.of("userId", RECORDER));

    assertThat(answer.getStatusCode().value()).isEqualTo(403);
    assertThat(answer.getBody().toString()).doesNotContain("Record");
  }

  @Test
  void taskThatTheModelPutsIntoBarredHandsIsNotCompletedAndGivenToAColleague() {
    Task review = recorded(RECORDER, RECORDER);
    assertThat(review.getAssignee()).isEqualTo(RECORDER);

    assertThat(review(RECORDER, review)).isEqualTo(403);
    // The owner of a delegated task stays responsible: that is no way out.
    assertThat(post(MANAGER, review, "/delegate", Map.of("userId", COLLEAGUE))).isEqualTo(403);
    assertThat(post(MANAGER, review, "/assignee", Map.of("userId", COLLEAGUE))).isEqualTo(204);
    assertThat(review(COLLEAGUE, review)).isEqualTo(204);
  }

  @Test
  void taskInBarredHandsIsReleasedByItsHolder() {
    Task review = recorded(RECORDER, RECORDER);

    assertThat(post(COLLEAGUE, review, "/unclaim", Map.of())).as("not the holder").isEqualTo(403);
    assertThat(post(RECORDER, review, "/unclaim", Map.of())).isEqualTo(204);
    assertThat(review(COLLEAGUE, review)).isEqualTo(204);
  }

  @Test
  void whoeverClaimedBeforeDoingTheBarredStepIsRefusedAfterwards() {
    Task review = recorded(SPECIALIST, null);
    assertThat(post(RECORDER, review, "/claim", Map.of("userId", RECORDER))).isEqualTo(204);
    engine.getRuntimeService().createProcessInstanceModification(review.getProcessInstanceId()).startBeforeActivity("userTask_record").execute();
    Task again = open(review.getProcessInstanceId(), "userTask_record");
    engine.getTaskService().setAssignee(again.getId(), RECORDER);
    assertThat(record(RECORDER, again)).isEqualTo(204);

    assertThat(review(RECORDER, review)).isEqualTo(403);
    assertThat(refusals(review, RECORDER)).containsExactly("complete");
  }

  @Test
  void deputyAndWhoeverDelegatedBothCountAsPerformers() {
    Task record = start(SPECIALIST, null);
    assertThat(post(MANAGER, record, "/delegate", Map.of("userId", COLLEAGUE))).isEqualTo(204);
    assertThat(record(COLLEAGUE, record)).isEqualTo(204);
    engine.getTaskService().setAssignee(record.getId(), RECORDER);
    assertThat(record(RECORDER, record)).isEqualTo(204);
    Task review = open(record.getProcessInstanceId(), "userTask_review");

    assertThat(review(RECORDER, review)).as("completed it").isEqualTo(403);
    assertThat(review(COLLEAGUE, review)).as("resolved it as deputy").isEqualTo(403);
    assertThat(post(MANAGER, review, "/assignee", Map.of("userId", SPECIALIST))).as("had delegated it").isEqualTo(403);
    assertThat(post(MANAGER, review, "/assignee", Map.of("userId", MANAGER))).isEqualTo(204);
    assertThat(post(MANAGER, review, "/delegate", Map.of("userId", COLLEAGUE))).as("a barred deputy").isEqualTo(403);
    assertThat(review(MANAGER, review)).isEqualTo(204);
  }

  @Test
  void whoeverCorrectedTheBarredStepsFormIsRefused() {
    Task review = recorded(SPECIALIST, null);
    Map<String, Object> data = new HashMap<>(RECORD);
    data.put("subject", "Broken jug");
    assertThat(trial.post(RECORDER, corrections(review), Map.of("root", "record", "reason", "Heard it 聽到", "data", data)).getStatusCode().value()).isEqualTo(204);

    ResponseEntity<JsonNode> answer = trial.post(RECORDER, task(review) + "/claim", Map.of("userId", RECORDER));

    assertThat(answer.getStatusCode().value()).isEqualTo(403);
    assertThat(answer.getBody().path("message").asText()).contains("You corrected \"Record 登記\" in this case");
    assertThat(review(COLLEAGUE, review)).isEqualTo(204);
  }

  @Test
  void repairGroupHasNoOtherWay() {
    Task review = recorded();
    engine.getIdentityService().createMembership(RECORDER, "case-repair");
    try {
      ResponseEntity<JsonNode> answer = trial.exchange(RECORDER, HttpMethod.POST, task(review) + "/submit-form", GateTrial.form("review", Map.of("decision", "accept")),
          "Kefu-Repair-Reason", "Nobody%20else%20is%20here");
      assertThat(answer.getStatusCode().value()).isEqualTo(403);
    } finally {
      engine.getIdentityService().deleteMembership(RECORDER, "case-repair");
    }
  }

  @Test
  void barredStepIsFoundTwoCallersUpAndThePropertyOfACallHoldsForEveryTaskInside() {
    Task check = reviewed();
    String bottom = check.getProcessInstanceId();
    assertThat(refusal(RECORDER, check)).contains("You did \"Record 登記\" in this case", "\"Check 核對\"");
    assertThat(refusal(COLLEAGUE, check)).contains("You did \"Review 審閱\" in this case", "\"Check 核對\"");
    assertThat(post(MANAGER, check, "/complete", Map.of())).isEqualTo(204);

    Task conclude = open(bottom, "userTask_conclude");
    assertThat(refusal(COLLEAGUE, conclude)).contains("You did \"Review 審閱\" in this case", "\"Conclude 結論\"");
    assertThat(refusal(ACCUSED, conclude)).contains("This case names you as its \"accused\"", "\"Conclude 結論\"");
    assertThat(trial.post(RECORDER, task(conclude) + "/submit-form", GateTrial.form("confirmation", Map.of("note", "Seen"))).getStatusCode().value()).isEqualTo(204);
  }

  @Test
  void modelThatNamesNoStepOfTheCaseLetsNobodyPass() throws IOException {
    String model = new String(getClass().getResourceAsStream("/gate/four-eyes-trial.bpmn").readAllBytes(), StandardCharsets.UTF_8)
        .replace("value=\"userTask_record\"", "value=\"userTask_reccord\"");
    String slip = engine.getRepositoryService().createDeployment().name("four-eyes slip").addString("four-eyes-trial.bpmn", model)
        .addClasspathResource("gate/gate-trial-record.form").addClasspathResource("gate/gate-trial-review.form").deploy().getId();
    try {
      Task review = recorded();
      assertThat(review(COLLEAGUE, review)).isEqualTo(500);
      assertThat(open(review.getProcessInstanceId(), "userTask_review").getAssignee()).isNull();
    } finally {
      engine.getRepositoryService().deleteDeployment(slip, true);
    }
  }

  @Test
  void taskWithoutThePropertyCostsNoLookIntoTheHistory() {
    Predicate<String> lookBack = statement -> statement.matches(".*select(Historic|UserOperationLog)\\w*ByQueryCriteria");
    Task record = start(RECORDER, null);
    assertThat(statementsOfClaim(RECORDER, record)).anyMatch(statement -> statement.endsWith("updateTask")).noneMatch(lookBack);

    assertThat(statementsOfClaim(COLLEAGUE, recorded())).anyMatch(lookBack);
  }

  /** Names of the engine's statements. */
  private List<String> statementsOfClaim(String user, Task task) {
    Logger statements = (Logger) LoggerFactory.getLogger("org.camunda.bpm.engine.impl.persistence.entity");
    ListAppender<ILoggingEvent> asked = new ListAppender<>();
    asked.start();
    statements.setLevel(Level.DEBUG);
    statements.setAdditive(false);
    statements.addAppender(asked);
    try {
      trial.as(user, () -> {
        engine.getTaskService().claim(task.getId(), user);
        return null;
      });
      return asked.list.stream().map(ILoggingEvent::getLoggerName).toList();
    } finally {
      statements.detachAppender(asked);
      statements.setAdditive(true);
      statements.setLevel(null);
    }
  }

  @Test
  void barredPersonDoesNotCorrectTheForm() {
    Task check = reviewed();
    assertThat(post(MANAGER, check, "/complete", Map.of())).isEqualTo(204);
    Task conclude = open(check.getProcessInstanceId(), "userTask_conclude");
    assertThat(trial.post(RECORDER, task(conclude) + "/submit-form", GateTrial.form("confirmation", Map.of("note", "Seen"))).getStatusCode().value()).isEqualTo(204);
    Map<String, Long> before = RowCounts.of(dataSource);

    ResponseEntity<JsonNode> answer = trial.post(ACCUSED, corrections(check), Map.of("root", "confirmation", "reason", "I know better 另有意見", "data", Map.of("note", "Not seen")));

    assertThat(answer.getStatusCode().value()).isEqualTo(403);
    assertThat(answer.getBody().path("message").asText()).contains("This case names you as its \"accused\"", "\"Conclude 結論\"");
    assertThat(trial.get(ACCUSED, corrections(check)).getBody().findValuesAsText("unavailable")).anyMatch(why -> why.contains("This case names you"));
    assertThat(withoutAudit(RowCounts.of(dataSource))).isEqualTo(withoutAudit(before));
    assertThat(jdbc.sql("select actor from audit_entries where kind = 'REFUSAL' and action = 'correct' and case_number = ?").param(number(check))
        .query(String.class).list()).containsExactly(ACCUSED);
  }

  @Test
  void callThatIsNamedStandsForAllTasksInside() {
    Task check = reviewed();
    String root = root(check);
    assertThat(post(MANAGER, check, "/complete", Map.of())).isEqualTo(204);
    Task conclude = open(check.getProcessInstanceId(), "userTask_conclude");
    assertThat(trial.post(RECORDER, task(conclude) + "/submit-form", GateTrial.form("confirmation", Map.of("note", "Seen"))).getStatusCode().value()).isEqualTo(204);
    assertThat(post(RECORDER, open(check.getProcessInstanceId(), "userTask_file"), "/complete", Map.of())).isEqualTo(204);
    Task sign = open(root, "userTask_sign");

    assertThat(refusal(MANAGER, sign)).contains("You did \"Middle 中間\" in this case");
    assertThat(refusal(RECORDER, sign)).contains("You did \"Middle 中間\" in this case");
    assertThat(post(COLLEAGUE, sign, "/complete", Map.of())).isEqualTo(204);
  }

  private Task start(String starter, String holder) {
    ProcessInstance started = engine.getRuntimeService().startProcessInstanceByKey("four-eyes-trial",
        Variables.putValue("starter", starter).putValue("holder", holder).putValue("accused", "somebody, " + ACCUSED));
    return open(started.getId(), "userTask_record");
  }

  /** The review of what the recorder recorded. */
  private Task recorded() {
    return recorded(RECORDER, null);
  }

  private Task recorded(String starter, String holder) {
    Task record = start(starter, holder);
    assertThat(record(starter, record)).isEqualTo(204);
    return open(record.getProcessInstanceId(), "userTask_review");
  }

  /** The first task two calls deep, after the recorder's record and the colleague's review. */
  private Task reviewed() {
    Task review = recorded();
    assertThat(review(COLLEAGUE, review)).isEqualTo(204);
    return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number(review)).taskDefinitionKey("userTask_check").singleResult();
  }

  private Task open(String processInstanceId, String step) {
    Task task = engine.getTaskService().createTaskQuery().processInstanceId(processInstanceId).taskDefinitionKey(step).singleResult();
    assertThat(task).as("open task " + step).isNotNull();
    return task;
  }

  private int record(String user, Task task) {
    return trial.post(user, task(task) + "/submit-form", GateTrial.form("record", RECORD)).getStatusCode().value();
  }

  private int review(String user, Task task) {
    return trial.post(user, task(task) + "/submit-form", GateTrial.form("review", Map.of("decision", "accept"))).getStatusCode().value();
  }

  private int post(String user, Task task, String path, Map<String, ?> body) {
    return trial.post(user, task(task) + path, body).getStatusCode().value();
  }

  private String refusal(String user, Task task) {
    ResponseEntity<JsonNode> answer = trial.post(user, task(task) + "/complete", Map.of());
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(403);
    return answer.getBody().path("message").asText();
  }

  private static String task(Task task) {
    return "/engine-rest/task/" + task.getId();
  }

  private String corrections(Task task) {
    return "/api/cases/" + number(task) + "/corrections";
  }

  private String root(Task task) {
    return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getRootProcessInstanceId();
  }

  private String number(Task task) {
    return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey();
  }

  private void assertNothingButAnAuditEntry(Map<String, Long> before, String action, String actor, Task task) {
    Map<String, Long> after = RowCounts.of(dataSource);
    assertThat(withoutAudit(after)).isEqualTo(withoutAudit(before));
    assertThat(refusals(task, actor)).containsExactly(action);
    Task now = engine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult();
    assertThat(now.getAssignee()).isNull();
    assertThat(now.getOwner()).isNull();
    assertThat(now.getDelegationState()).isNull();
  }

  /** What a person was refused at a task, as the audit trail calls it. */
  private List<String> refusals(Task task, String actor) {
    return jdbc.sql("select action from audit_entries where kind = 'REFUSAL' and subject_id = ? and actor = ? and case_number = ?")
        .params(task.getId(), actor, number(task)).query(String.class).list();
  }

  private static Map<String, Long> withoutAudit(Map<String, Long> rows) {
    Map<String, Long> rest = new HashMap<>(rows);
    rest.keySet().removeIf(table -> table.toLowerCase(Locale.ROOT).matches("audit_(entries|salts)"));
    return rest;
  }
}
