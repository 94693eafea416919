package dev.kefu.information.leak;

import static dev.kefu.information.leak.LeakTrial.FINDER;
import static dev.kefu.information.leak.LeakTrial.GENERAL_MANAGER;
import static dev.kefu.information.leak.LeakTrial.INFORMATION;
import static dev.kefu.information.leak.LeakTrial.IT;
import static dev.kefu.information.leak.LeakTrial.LEGAL;
import static dev.kefu.information.leak.LeakTrial.MANAGER;
import static dev.kefu.information.leak.LeakTrial.RELATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.WebappSession;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a leak is about reaches those concerned alone, and every reading is noted. */
@KefuIT
class LeakSecrecyIT {

  private static final String HANDLER = "complaint-specialist";
  private static final String HIDDEN = "●●●";

  @Autowired private ProcessEngine engine;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private InformationLeakRepository register;
  @Autowired private Clock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;
  @LocalServerPort private int port;

  private final String data = "Data 資料 " + UUID.randomUUID();
  private final String cause = "Cause 原因 " + UUID.randomUUID();
  private final String culprit = "Culprit 責任人 " + UUID.randomUUID();
  private final String opinion = "Opinion 意見 " + UUID.randomUUID();
  private final String verdict = "Verdict 決定 " + UUID.randomUUID();
  private LeakTrial leak;
  private Persons persons;

  @BeforeEach
  void prepare() {
    leak = new LeakTrial(engine, clock);
    persons = new Persons(engine);
  }

  @ParameterizedTest
  @ValueSource(strings = {HANDLER, "complaint-supervisor", FINDER})
  void complaintShowsTheLeaksNumberAndNothingElse(String person) {
    String complaint = persons.start(FINDER, "complaint-handling").getBusinessKey();
    persons.submit(FINDER, complaint, "userTask_receive", "reception", Map.of("customer", "Blue Lake Foods", "channel", "phone",
        "receivedAt", OffsetDateTime.now(clock).withNano(0).withSecond(0).toString(), "content", "They know my number. " + UUID.randomUUID(), "complaintReason", "Data 資料外洩",
        "demands", List.of("explainApologise"), "customersConcerned", 1, "product", "Product " + UUID.randomUUID().toString().substring(0, 8)));
    persons.submit(HANDLER, complaint, "userTask_register", "registration",
        new HashMap<>(Map.of("nature", "complaint", "kind", "privacy", "personsComplainedAbout", List.of(), "remarks", "")));
    String number = leakOf(complaint);
    assertThat(number).matches("LEK-\\d{4}-\\d{6}");
    persons.submit(INFORMATION, number, "userTask_takeReport", "incident", leak.report("leaked", "secret", 4, data));
    String task = task(number, "userTask_inform").getId();
    String instance = register.findByCaseNumber(number).orElseThrow().getProcessInstanceId();

    assertThat(get(person, "/engine-rest/task/" + task).getStatusCode().value()).isIn(403, 404);
    assertThat(get(person, "/engine-rest/task/" + task + "/form-variables").getStatusCode().value()).isIn(403, 404);
    assertThat(get(person, "/engine-rest/task/" + task + "/comment").getStatusCode().is2xxSuccessful()).isFalse();
    assertThat(get(person, "/engine-rest/task?maxResults=50&processInstanceBusinessKey=" + number).getBody()).isEqualTo("[]");
    assertThat(get(person, "/engine-rest/process-instance?maxResults=50&businessKey=" + number).getBody()).isEqualTo("[]");
    assertThat(get(person, "/engine-rest/history/process-instance?maxResults=50&processInstanceBusinessKey=" + number).getBody()).isEqualTo("[]");
    assertThat(get(person, "/engine-rest/history/variable-instance?maxResults=50&processInstanceId=" + instance).getBody()).isEqualTo("[]");
    for (String path : List.of("", "/actions", "/corrections", "/corrections/incident/form", "/attachments", "/deadlines")) {
      assertThat(get(person, "/api/cases/" + number + path).getStatusCode().value()).as(path).isIn(403, 404);
    }
    assertThat(get(person, "/api/cases/" + number + "/events").getBody()).isEqualTo("[]");
    WebappSession browser = new WebappSession(port);
    browser.login(person, password);
    assertThat(browser.get("/camunda/api/kefu/cases").body()).doesNotContain(number);
    assertThat(browser.get("/camunda/api/kefu/cards?taskIds=" + task).body()).isEqualTo("[]");
    assertThat(browser.get("/camunda/api/kefu/tasks/" + task + "/comments").statusCode()).isEqualTo(404);
  }

  @Test
  void noSecretIsAVariableACommentOrAMessage() {
    String number = decided();

    List<String> instances = historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).list().stream().map(one -> one.getId()).toList();
    assertThat(instances).hasSize(3);
    for (String instance : instances) {
      assertThat(historyService.createHistoricDetailQuery().processInstanceId(instance).variableUpdates().list().stream()
          .map(update -> String.valueOf(((HistoricVariableUpdate) update).getValue()))).isNotEmpty().noneMatch(this::tells);
      assertThat(taskService.getProcessInstanceComments(instance)).extracting(Comment::getFullMessage).noneMatch(this::tells);
    }
    assertThat(jdbc.sql("select concat(facts, coalesce(subject, ''), coalesce(content, '')) from notification_messages where case_number = ?").param(number)
        .query(String.class).list()).isNotEmpty().noneMatch(this::tells);
    assertThat(jdbc.sql("select field_path from information_classified_values v join information_leaks l on l.process_instance_id = v.process_instance_id "
        + "where l.case_number = ?").param(number).query(String.class).list())
        .containsExactlyInAnyOrder("incident.data", "finding.cause", "finding.persons", "legalFinding.opinion", "decision.decisionText");
  }

  @Test
  void thoseConcernedReadWhatTheyNeedAndEveryReadingIsNoted() {
    String number = leak.reported("leaked", "secret", 4, data);
    assertReads(INFORMATION, number, "userTask_contain", data);
    assertReads(IT, number, "userTask_containItAdministrator", data);
    assertReads(MANAGER, number, "userTask_inform", data);
    assertThat(readings(number, IT)).containsExactly("incident.data");
    leak.contain(number);
    leak.inform(number, "yes");
    assertReads(LEGAL, number, "userTask_investigateLegalCounsel", data);
    assertReads(RELATIONS, number, "userTask_tell", data);
    leak.investigate(number, LeakTrial.finding(cause, culprit, "0.00", 4));
    assertThat(variables(RELATIONS, number, "userTask_tell")).doesNotContain(cause, culprit);
    leak.tell(number, "userTask_tell");
    leak.investigateLegally(number, opinion);

    assertThat(variables(GENERAL_MANAGER, number, "userTask_decide")).contains(data, cause, culprit, opinion);
    assertThat(readings(number, GENERAL_MANAGER)).contains("incident.data", "finding.cause", "finding.persons", "legalFinding.opinion");
    assertThat(readings(number, RELATIONS)).containsOnly("incident.data");
  }

  @Test
  void finderSeesThatItGoesOnButNotWhatHeReported() {
    String number = leak.reported("leaked", "secret", 4, data);
    WebappSession browser = new WebappSession(port);
    browser.login(FINDER, password);
    assertThat(browser.get("/camunda/api/kefu/cases").body()).contains(number, "制止擴散").doesNotContain(data);

    String sheet = get(FINDER, "/api/cases/" + number + "/corrections/incident/form").getBody();
    assertThat(sheet).contains(HIDDEN).doesNotContain(data);
    assertThat(readings(number, FINDER)).isEmpty();
    assertThat(get(FINDER, "/engine-rest/task/" + task(number, "userTask_inform").getId() + "/form-variables").getStatusCode().is2xxSuccessful()).isFalse();
  }

  @Test
  void whoHasNothingToDoWithItSeesNothing() {
    String number = leak.reported("leaked", "secret", 4, data);
    for (String stranger : List.of("survey-specialist", "information-specialist", RELATIONS)) {
      assertThat(get(stranger, "/api/cases/" + number + "/actions").getStatusCode().value()).isEqualTo(404);
      assertThat(get(stranger, "/engine-rest/task?maxResults=50&processInstanceBusinessKey=" + number).getBody()).isEqualTo("[]");
    }
  }

  private String decided() {
    String number = leak.reported("leaked", "secret", 4, data);
    leak.contain(number);
    leak.inform(number, "no");
    leak.investigate(number, LeakTrial.finding(cause, culprit, "0.00", 4));
    leak.investigateLegally(number, opinion);
    leak.decide(number, LeakTrial.decision(verdict, 1, "no"));
    return number;
  }

  private boolean tells(String text) {
    return List.of(data, cause, culprit, opinion, verdict).stream().anyMatch(text::contains);
  }

  private void assertReads(String person, String number, String step, String secret) {
    assertThat(variables(person, number, step)).as("%s at %s", person, step).contains(secret);
  }

  private String variables(String person, String number, String step) {
    return get(person, "/engine-rest/task/" + task(number, step).getId() + "/form-variables?deserializeValues=false").getBody();
  }

  private List<String> readings(String number, String person) {
    return jdbc.sql("select distinct subject_id from audit_entries where case_number = ? and actor = ? and kind = 'CLASSIFIED_READ'").params(number, person)
        .query(String.class).list();
  }

  private Task task(String number, String step) {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult();
  }

  private String leakOf(String complaint) {
    String instance = historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(complaint).processDefinitionKey("complaint-handling").singleResult().getId();
    return taskService.getProcessInstanceComments(instance).stream().map(Comment::getFullMessage).filter(text -> text.startsWith("Started 已啟動: LEK"))
        .map(text -> text.substring("Started 已啟動: ".length())).findFirst().orElseThrow();
  }

  private ResponseEntity<String> get(String person, String path) {
    return http.withBasicAuth(person, password).getForEntity(path, String.class);
  }
}
