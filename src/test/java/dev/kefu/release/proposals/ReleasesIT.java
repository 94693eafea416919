package dev.kefu.release.proposals;

import static dev.kefu.release.ReleaseDesk.OWNER;
import static dev.kefu.release.ReleaseDesk.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.engine.RunningModels.Deployed;
import dev.kefu.release.HelpChanges;
import dev.kefu.release.ReleaseDesk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process owner changes a deadline, a limit, a field, a step and an approver, a second person approves, and a case on its way survives. */
@KefuIT
class ReleasesIT {

  private static final String AGENT = "call-center-agent";
  private static final String SPECIALIST = "relationship-specialist";
  private static final String MANAGER = "customer-service-manager";

  @Autowired
  private TestRestTemplate http;
  @Value("${kefu.demo.password}")
  private String password;
  @Autowired
  private ProcessEngine engine;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private Clock clock;
  @Autowired
  private ProposalTables tables;
  @Autowired
  private CaseFollowing following;

  private ReleaseDesk desk;
  private Persons persons;

  @BeforeEach
  void prepare() {
    desk = new ReleaseDesk(http, password);
    persons = new Persons(engine);
  }

  @AfterEach
  void tidy() {
    desk.tidy();
  }

  @Test
  void deadlineHoldsForTheNextCaseAndCanBeTakenBack() {
    JsonNode released = desk.release(HelpChanges.deadline(), true);
    assertThat(released.path("files").path(0).path("changes").path(0).path("words").toString()).contains("\\\"4h\\\"", "\\\"8h\\\"");
    assertThat(timeOf(begun())).isEqualTo(Duration.ofHours(8));

    assertThat(desk.act(OWNER, released.path("id").asLong(), "return").getBody().path("state").asText()).isEqualTo("RETURNED");
    assertThat(timeOf(begun())).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void limitHoldsAtOnce() {
    desk.release(HelpChanges.limit(), true);
    assertThat(engine.getDecisionService().evaluateDecisionTableByKey("hospitality-limit",
        Variables.createVariables().putValue("occasion", "banquet").putValue("keyCustomer", true).putValue("hostIsManager", true)).getSingleResult().<Number>getEntry("limit").intValue()).isEqualTo(220);
  }

  @Test
  void caseOnItsWayGetsTheNewField() {
    String number = begun();
    Map<String, Object> need = need();
    need.put("orderNo", "SO-2026-17");
    assertThatThrownBy(() -> record(number, need)).hasMessageContaining("orderNo");

    JsonNode released = desk.release(HelpChanges.field(), true);
    assertThat(released.path("report").toString()).contains("Running cases that follow");
    record(number, need);
    assertThat(engine.getHistoryService().createHistoricVariableInstanceQuery().processInstanceId(instance(number)).variableName("need").singleResult().getValue().toString())
        .contains("SO-2026-17");
  }

  @Test
  void caseThatStaysWithItsVersionKeepsTheOldForm() {
    String number = begun();
    desk.release(HelpChanges.field(), false);
    Map<String, Object> need = need();
    need.put("orderNo", "SO-2026-18");
    assertThatThrownBy(() -> record(number, need)).hasMessageContaining("orderNo");
    record(number, need());
  }

  @Test
  void caseOnItsWayGoesThroughTheNewStep() {
    String number = unsolvable();
    desk.release(HelpChanges.step(), true);
    persons.submit(MANAGER, number, "userTask_takeNote", "acknowledgement", Map.of("informed", true));
    assertThat(persons.taskSeenBy(MANAGER, number, "userTask_noteLesson").getDueDate()).isNotNull();
    persons.submit(MANAGER, number, "userTask_noteLesson", "lesson", Map.of("lesson", "Ask earlier 及早詢問"));
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number).count()).isZero();
  }

  @Test
  void newApproverMayWorkAtOnceAndAfterTheNextStart() {
    JsonNode released = desk.release(HelpChanges.approver(), true);
    assertThat(released.path("report").toString()).contains("finance-manager → customer-help");
    String number = unsolvable();
    assertThat(engine.getTaskService().getIdentityLinksForTask(task(number, "userTask_takeNote").getId())).extracting(IdentityLink::getGroupId).contains("finance-manager").doesNotContain(MANAGER);
    persons.submit("finance-manager", number, "userTask_takeNote", "acknowledgement", Map.of("informed", true));
    assertThat(jdbc.sql("select count(*) from organisation_released_work where process_key = 'customer-help' and role_id = 'finance-manager'").query(Integer.class).single()).isEqualTo(1);

    JsonNode before = desk.act(SECOND, released.path("id").asLong(), "return").getBody();
    assertThat(before.path("report").toString()).contains("No longer works there", "finance-manager → customer-help");
    assertThat(jdbc.sql("select count(*) from organisation_released_work where process_key = 'customer-help'").query(Integer.class).single()).isZero();
  }

  @Test
  void anotherNodeTakesAlongWhatADeadOneLeft() {
    String number = begun();
    JsonNode released = desk.release(HelpChanges.field(), false);
    long id = released.path("id").asLong();
    String deployment = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("customer-help").latestVersion().singleResult().getDeploymentId();
    tables.follow(id, List.of(new Deployed("customer-help", deployment)));
    assertThat(tables.hold(id, Duration.ofHours(-1))).isTrue();
    assertThat(desk.get(OWNER, "/" + id).getBody().path("following").asBoolean()).isTrue();
    assertThat(http.withBasicAuth(SECOND, password).postForEntity("/api/releases/" + id + "/return", Map.of(), JsonNode.class).getStatusCode().value()).isEqualTo(409);

    following.follow(id);
    following.follow(id);
    assertThat(desk.get(OWNER, "/" + id).getBody().path("report").toString()).containsOnlyOnce("Running cases that follow");
    Map<String, Object> need = need();
    need.put("orderNo", "SO-2026-19");
    record(number, need);
  }

  @Test
  void nextStartLeavesAReleaseAlone() {
    desk.release(HelpChanges.deadline(), true);
    assertThat(stateOfDeadlines()).isEqualTo("releasedSince");
    desk.tidy();
    assertThat(stateOfDeadlines()).isEqualTo("inStep");
  }

  private String stateOfDeadlines() {
    for (JsonNode one : http.withBasicAuth("admin", password).getForObject("/api/deployments", JsonNode.class)) {
      if (one.path("name").asText().equals("relationship-deadlines")) {
        return one.path("state").asText();
      }
    }
    return "";
  }

  @Test
  void whoProposedDoesNotApproveAndEverythingIsAudited() {
    long id = desk.propose(OWNER, HelpChanges.deadline(), true).getBody().path("id").asLong();
    ResponseEntity<JsonNode> own = desk.act(OWNER, id, "approval");
    assertThat(own.getStatusCode().value()).isEqualTo(403);
    assertThat(own.getBody().path("message").asText()).contains("second person");
    assertThat(desk.get(OWNER, "/" + id).getBody().path("state").asText()).isEqualTo("PROPOSED");
    assertThat(desk.act(SECOND, id, "withdrawal").getStatusCode().value()).isEqualTo(403);
    assertThat(desk.act(SECOND, id, "approval").getStatusCode().value()).isEqualTo(200);
    assertThat(desk.act(SECOND, id, "approval").getStatusCode().value()).isEqualTo(409);
    assertThat(desk.act(SECOND, id, "return").getStatusCode().value()).isEqualTo(200);
    assertThat(desk.act(SECOND, id, "return").getStatusCode().value()).isEqualTo(409);
    assertThat(jdbc.sql("select action from audit_entries where subject_type = 'release' and subject_id = ? order by id").param(String.valueOf(id)).query(String.class).list())
        .containsExactly("proposeRelease", "approveRelease", "release", "returnRelease");
  }

  @Test
  void refusalNeedsAReasonAndChangesNothing() {
    long id = desk.propose(OWNER, HelpChanges.deadline(), true).getBody().path("id").asLong();
    assertThat(http.withBasicAuth(SECOND, password).postForEntity("/api/releases/" + id + "/refusal", Map.of(), JsonNode.class).getStatusCode().value()).isEqualTo(400);
    assertThat(desk.act(SECOND, id, "refusal").getBody().path("state").asText()).isEqualTo("REFUSED");
    assertThat(timeOf(begun())).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void changeToAnOlderVersionIsRefused() {
    byte[] taken = desk.bytes(OWNER, "/file?path=" + HelpChanges.DEADLINES).getBody();
    assertThat(new String(taken, StandardCharsets.UTF_8)).isEqualTo(HelpChanges.read(HelpChanges.DEADLINES));
    ResponseEntity<JsonNode> others = desk.propose(SECOND, HelpChanges.deadline(), true);
    assertThat(desk.act(OWNER, others.getBody().path("id").asLong(), "approval").getStatusCode().value()).isEqualTo(200);

    String mine = HelpChanges.edit(HelpChanges.read(HelpChanges.DEADLINES), "<text>\"30cd\"</text>", "<text>\"20cd\"</text>");
    ResponseEntity<JsonNode> late = desk.propose(OWNER, Map.of("relationship-deadlines.dmn", mine), true);
    assertThat(late.getStatusCode().value()).isEqualTo(409);
    assertThat(late.getBody().path("message").asText()).contains("relationship-deadlines.dmn", "in between");
    desk.tidy();
    desk.bytes(OWNER, "/file?path=" + HelpChanges.DEADLINES);
  }

  @Test
  void secondOfTwoProposalsOnOneVersionIsRefused() {
    long first = desk.propose(OWNER, HelpChanges.deadline(), true).getBody().path("id").asLong();
    String other = HelpChanges.edit(HelpChanges.read(HelpChanges.DEADLINES), "<text>\"30cd\"</text>", "<text>\"20cd\"</text>");
    long second = desk.propose(OWNER, Map.of("relationship-deadlines.dmn", other), true).getBody().path("id").asLong();
    assertThat(desk.act(SECOND, first, "approval").getStatusCode().value()).isEqualTo(200);
    ResponseEntity<JsonNode> late = desk.act(SECOND, second, "approval");
    assertThat(late.getStatusCode().value()).isEqualTo(409);
    assertThat(desk.get(OWNER, "/" + second).getBody().path("state").asText()).isEqualTo("PROPOSED");
    assertThat(timeOf(begun())).isEqualTo(Duration.ofHours(8));
  }

  @Test
  void casesThatCannotFollowAreShownBeforeTheApprovalAndStay() {
    String number = answering();
    JsonNode proposed = desk.propose(OWNER, HelpChanges.renamedStep(), true).getBody();
    assertThat(proposed.path("forecast").path("stuck")).anySatisfy(stuck -> {
      assertThat(stuck.path("caseNumber").asText()).isEqualTo(number);
      assertThat(stuck.path("step").asText()).contains("userTask_answer");
    });
    JsonNode released = desk.act(SECOND, proposed.path("id").asLong(), "approval").getBody();
    assertThat(released.path("report").toString()).contains("Stays with its version", number);
    persons.submit(SPECIALIST, number, "userTask_answer", "answering", Map.of("answer", "See page 12. 見第 12 頁。"));
    assertThat(task(number, "userTask_askCustomer")).isNotNull();
  }

  @Test
  void casesThatWouldLackAVariableAreShownBeforeTheApproval() {
    String number = answering();
    JsonNode proposed = desk.propose(OWNER, HelpChanges.askedVariable(), true).getBody();
    assertThat(proposed.path("forecast").path("stuck")).anySatisfy(stuck -> {
      assertThat(stuck.path("caseNumber").asText()).isEqualTo(number);
      assertThat(stuck.path("reason").asText()).contains("urgentNeed", "Which way?");
    });
  }

  @Test
  void forecastChangesNothing() {
    long versions = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("customer-help").count();
    desk.propose(OWNER, HelpChanges.step(), true);
    assertThat(engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("customer-help").count()).isEqualTo(versions);
  }

  @Test
  void releasesAreWrittenBackAsFiles() throws IOException {
    Map<String, String> changed = HelpChanges.deadline();
    desk.release(changed, true);
    Map<String, String> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(desk.bytes(OWNER, "/export.zip").getBody()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(files).containsEntry(HelpChanges.DEADLINES, changed.get("relationship-deadlines.dmn")).containsKey("released-work.csv");
  }

  @Test
  void filesThatAreTheSameAreNoChange() {
    ResponseEntity<JsonNode> same = desk.propose(OWNER, Map.of("customer-help.bpmn", HelpChanges.read(HelpChanges.MODEL)), true);
    assertThat(same.getStatusCode().value()).isEqualTo(400);
    assertThat(same.getBody().path("message").asText()).contains("same as those in effect");
  }

  @Test
  void fileOfNoProcessAndFileOfNoKindAreRefused() {
    assertThat(desk.propose(OWNER, Map.of("something.form", "{}"), true).getBody().path("message").asText()).contains("something.form", "belongs to no process");
    assertThat(desk.propose(OWNER, Map.of("roles.yaml", "x"), true).getBody().path("message").asText()).contains("roles.yaml", "neither a model");
    assertThat(desk.propose(OWNER, Map.of(), true).getStatusCode().value()).isEqualTo(400);
  }

  private String begun() {
    return persons.start(AGENT, "customer-help").getBusinessKey();
  }

  private String answering() {
    String number = begun();
    record(number, need());
    return number;
  }

  private String unsolvable() {
    String number = answering();
    persons.submit(SPECIALIST, number, "userTask_answer", "answering", Map.of("answer", "See page 12. 見第 12 頁。"));
    persons.submit(SPECIALIST, number, "userTask_askCustomer", "confirmation", Map.of("confirmed", "unsolved", "note", ""));
    persons.submit("relationship-supervisor", number, "userTask_sortAgain", "rerouting", Map.of("route", "unsolvable", "reason", "Nobody can 無法解決"));
    return number;
  }

  private void record(String number, Map<String, Object> need) {
    persons.submit(AGENT, number, "userTask_record", "need", need);
  }

  private Map<String, Object> need() {
    return new HashMap<>(Map.of("customer", "Blue Lake Foods", "channel", "phone", "receivedAt", "2026-11-23T09:30+08:00", "kind", "other", "content", "It stops. 停機。",
        "answerKnown", true, "due", LocalDate.now(clock).plusDays(7) + "T18:00+08:00"));
  }

  private Duration timeOf(String number) {
    Task task = task(number, "userTask_record");
    return Duration.between(task.getCreateTime().toInstant(), task.getDueDate().toInstant()).plusMinutes(1).truncatedTo(ChronoUnit.HOURS);
  }

  private Task task(String number, String step) {
    return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult();
  }

  private String instance(String number) {
    return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).rootProcessInstances().singleResult().getId();
  }
}
