package dev.kefu.organisation.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.WebappSession;
import dev.kefu.engine.gate.GateTrial;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an auditor or a penetration tester tries. Some of it is shown where the thing itself is tested:
 *
 * <table>
 * <caption>Abuse cases</caption>
 * <tr><td>1 strangers read tasks, deploy, make users</td><td>{@link SecurityIT}, {@code rights.csv} (column anonymous), {@link RightsIT}</td></tr>
 * <tr><td>2 variables that no form names, at the start or with a task</td><td>{@code FormGateIT}, {@code EveryConstraintIT}</td></tr>
 * <tr><td>3 approving what one handed in: claimed after a release, delegated, resolved, by a deputy</td><td>{@code FourEyesIT}, {@code AbsenceIT}</td></tr>
 * <tr><td>4 variables of others</td><td>here; their case as a whole {@code history-rights.csv}; log lines {@code LogLinesIT}</td></tr>
 * <tr><td>5 expressions, markup, formulas, files that run</td><td>here; markup {@code TasklistE2E}; files {@code ContentTypeTest}, {@code AttachmentsIT}; formulas {@code RegistersIT}</td></tr>
 * <tr><td>6 sessions, tokens, headers</td><td>here and {@link SecurityIT}; behind the proxy {@code DockerFilesTest}</td></tr>
 * <tr><td>7 destroying evidence</td><td>here; the trail itself {@code AppendOnlyTest}, {@code SealingIT}</td></tr>
 * <tr><td>8 a name that outlives its erasure</td><td>{@code ErasureIT}; drafts {@code DraftsIT}</td></tr>
 * <tr><td>9 a model that changes unseen</td><td>{@code FileDeployerIT}, {@code OperationAuditIT}</td></tr>
 * <tr><td>10 clocks: holidays, a sweep that stands still</td><td>{@code ReckoningTest}, {@code CalendarIT}, {@code DeadlinesIT}</td></tr>
 * </table>
 */
@KefuIT
class AbuseCasesIT {

  private static final String SECRET = "Unlisted-number-4711";
  private static final String FORM_TEXT = "Broken cup";
  private static final String TASKS = "/camunda/api/engine/engine/default/task?maxResults=1";

  @Autowired private ProcessEngine engine;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;

  private GateTrial trial;
  private String caseId;

  @BeforeEach
  void aCaseOfOthers() {
    trial = new GateTrial(engine, http, password);
    caseId = trial.startAndRecord();
    engine.getRuntimeService().setVariable(caseId, "internal", SECRET);
  }

  @AfterEach
  void remove() {
    trial.remove();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "/engine-rest/variable-instance?processInstanceIdIn={case}&deserializeValues=false",
    "/engine-rest/variable-instance/{variable}?deserializeValue=false",
    "/engine-rest/variable-instance?variableName=internal&variableValues=internal_eq_{secret}",
    "/engine-rest/process-instance/{case}/variables?deserializeValues=false",
    "/engine-rest/process-instance/{case}/variables/internal",
    "/engine-rest/execution/{case}/localVariables?deserializeValues=false",
    "/engine-rest/execution/{case}/localVariables/internal",
    "/engine-rest/task/{task}/variables?deserializeValues=false",
    "/engine-rest/task/{task}/variables/internal",
    "/engine-rest/task/{task}/form-variables?deserializeValues=false",
    "/engine-rest/task/{task}/rendered-form",
    "/engine-rest/task/{task}/comment",
    "/engine-rest/history/variable-instance?processInstanceId={case}&deserializeValues=false",
    "/engine-rest/history/variable-instance/{variable}?deserializeValue=false",
    "/engine-rest/history/detail?processInstanceId={case}&deserializeValues=false",
    "/engine-rest/history/user-operation?processInstanceId={case}",
    "/api/history/cases/{number}",
    "/api/history/processes/gate-trial/cases",
    "/api/cases/{number}/case-file",
    "/api/cases/{number}/deadlines"})
  void whoHasNothingToDoWithACaseReadsNoVariableOfIt(String path) {
    ResponseEntity<String> answer = read(GateTrial.STRANGER, path);

    assertThat(answer.getBody()).doesNotContain(SECRET, FORM_TEXT);
    assertThat(answer.getStatusCode().is4xxClientError() || List.of("[]", "{}").contains(answer.getBody())).as("%s", answer).isTrue();
  }

  /** A question about a value is an answer, too. */
  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest/process-instance/count?variables=internal_eq_{secret}", "/engine-rest/execution/count?processVariables=internal_eq_{secret}",
    "/engine-rest/task/count?processVariables=internal_eq_{secret}", "/engine-rest/history/process-instance/count?variables=internal_eq_{secret}",
    "/engine-rest/history/task/count?processVariables=internal_eq_{secret}"})
  void nobodyGuessesAVariableOfACaseThatHeDoesNotSee(String path) {
    assertThat(read(GateTrial.ADMINISTRATOR, path).getBody()).isNotEqualTo("{\"count\":0}").startsWith("{\"count\":");
    assertThat(read(GateTrial.STRANGER, path).getBody()).isEqualTo("{\"count\":0}");
  }

  @Test
  void whoWorksOnTheTaskReadsWhatItsFormShowsAndNoMore() {
    assertThat(read(GateTrial.REVIEWER, "/engine-rest/task/{task}/form-variables?deserializeValues=false").getBody()).contains(FORM_TEXT).doesNotContain(SECRET);
    assertThat(read(GateTrial.ADMINISTRATOR, "/engine-rest/process-instance/{case}/variables/internal").getBody()).contains(SECRET);
  }

  @Test
  void anExpressionInAQuestionIsNotRun() {
    assertThat(trial.post(GateTrial.STRANGER, "/engine-rest/task", Map.of("assigneeExpression", "${now()}")).getStatusCode().value()).isEqualTo(400);

    ResponseEntity<JsonNode> stored = trial.post(GateTrial.ADMINISTRATOR, "/engine-rest/filter/create",
      Map.of("resourceType", "Task", "name", "abuse", "query", Map.of("assigneeExpression", "${now()}"), "properties", Map.of()));
    if (stored.getStatusCode().is2xxSuccessful()) {
      String filter = "/engine-rest/filter/" + stored.getBody().path("id").asText();
      assertThat(trial.get(GateTrial.ADMINISTRATOR, filter + "/list").getStatusCode().value()).isEqualTo(400);
      assertThat(trial.exchange(GateTrial.ADMINISTRATOR, HttpMethod.DELETE, filter, null).getStatusCode().value()).isEqualTo(204);
    } else {
      assertThat(stored.getStatusCode().value()).isEqualTo(400);
    }
  }

  @Test
  void aSessionThatSomebodyPreparedIsNotTheOneAfterTheLogin() {
    WebappSession victim = new WebappSession(port);
    String prepared = victim.session();
    String token = victim.token();
    assertThat(victim.login("survey-specialist-2", password).statusCode()).isEqualTo(200);

    assertThat(victim.session()).isNotEqualTo(prepared);
    assertThat(new WebappSession(port).takeOver(prepared, token).get(TASKS).statusCode()).isEqualTo(401);
  }

  @Test
  void aSessionEndsWithTheLogout() {
    WebappSession person = WebappSession.of(port, "survey-specialist-2", password);
    String session = person.session();
    String token = person.token();
    assertThat(new WebappSession(port).takeOver(session, token).get(TASKS).statusCode()).isEqualTo(200);
    assertThat(person.logout().statusCode()).isLessThan(400);

    assertThat(new WebappSession(port).takeOver(session, token).get(TASKS).statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenOfAnotherSessionIsNone() {
    WebappSession one = WebappSession.of(port, "survey-specialist-2", password);
    WebappSession another = WebappSession.of(port, "survey-specialist-2", password);
    another.takeOver(another.session(), one.token());

    assertThat(another.post("/camunda/api/engine/engine/default/task", "{}", "application/json", one.token()).statusCode()).isEqualTo(403);
  }

  @Test
  void browsersAreToldToKeepCookiesAndPagesToThemselves() {
    HttpHeaders headers = http.getForEntity("/camunda/app/welcome/default/", String.class).getHeaders();

    assertThat(headers.getFirst("Strict-Transport-Security")).startsWith("max-age=");
    assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(headers.getFirst("Content-Security-Policy")).contains("script-src", "frame-ancestors 'none'");
    assertThat(headers.get(HttpHeaders.SET_COOKIE)).isNotEmpty().allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("SameSite=Strict"));
    assertThat(headers.get(HttpHeaders.SET_COOKIE)).filteredOn(cookie -> cookie.startsWith("JSESSIONID")).isNotEmpty()
      .allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("HttpOnly"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "DELETE | /engine-rest/history/process-instance/{case} |",
    "POST | /engine-rest/history/process-instance/delete | {\"historicProcessInstanceIds\":[\"{case}\"]}",
    "DELETE | /engine-rest/history/process-instance/{case}/variable-instances |",
    "DELETE | /engine-rest/history/variable-instance/{variable} |",
    "POST | /engine-rest/history/decision-instance/delete | {\"historicDecisionInstanceIds\":[\"none\"]}",
    "POST | /engine-rest/history/cleanup?immediatelyDue=true | {}",
    "POST | /engine-rest/history/process-instance/set-removal-time | {\"absoluteRemovalTime\":\"2020-01-01T00:00:00.000+0000\",\"historicProcessInstanceIds\":[\"{case}\"]}",
    "PUT | /engine-rest/process-definition/{definition}/history-time-to-live | {\"historyTimeToLive\":0}",
    "DELETE | /engine-rest/process-definition/{definition}?cascade=true |",
    "DELETE | /engine-rest/process-definition/key/gate-trial?cascade=true |",
    "DELETE | /engine-rest/deployment/{deployment}?cascade=true |"})
  void noAdministratorDestroysWhatShowsHowACaseWent(String method, String path, String body) {
    Map<String, Long> before = engine.getManagementService().getTableCount();

    ResponseEntity<JsonNode> answer = trial.exchange(GateTrial.ADMINISTRATOR, HttpMethod.valueOf(method), fill(path), body == null ? null : fill(body));

    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(400);
    // The engine's REST API says of a case whose deletion was refused that it does not exist.
    assertThat(String.valueOf(answer.getBody())).containsAnyOf("Not possible by hand", "does not exist");
    assertThat(engine.getManagementService().getTableCount()).isEqualTo(before);
  }

  @Test
  void whoRepairsDestroysOnlyWithAReasonThatStaysInTheTrail() {
    String variable = fill("{variable}");
    String path = "/engine-rest/history/variable-instance/" + variable;
    assertThat(trial.exchange(GateTrial.REPAIRER, HttpMethod.DELETE, path, null).getStatusCode().value()).isEqualTo(400);
    assertThat(trial.exchange(GateTrial.REPAIRER, HttpMethod.DELETE, path, null, "Kefu-Repair-Reason", "Ordered%20by%20the%20court").getStatusCode().value()).isEqualTo(204);

    assertThat(jdbc.sql("select count(*) from audit_entries where kind = 'REPAIR' and actor = ? and subject_id = ?").params(GateTrial.REPAIRER, variable)
      .query(Integer.class).single()).isEqualTo(1);
  }

  private ResponseEntity<String> read(String person, String path) {
    return http.withBasicAuth(person, password).getForEntity(fill(path), String.class);
  }

  private String fill(String text) {
    Task task = trial.task(caseId);
    return text.replace("{case}", caseId).replace("{task}", task.getId()).replace("{definition}", task.getProcessDefinitionId()).replace("{secret}", SECRET)
      .replace("{number}", trial.caseNumber(caseId))
      .replace("{deployment}", engine.getRepositoryService().getProcessDefinition(task.getProcessDefinitionId()).getDeploymentId())
      .replace("{variable}", engine.getHistoryService().createHistoricVariableInstanceQuery().processInstanceId(caseId).variableName("internal").singleResult().getId());
  }
}
