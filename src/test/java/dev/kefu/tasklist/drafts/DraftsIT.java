package dev.kefu.tasklist.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.KefuIT;
import dev.kefu.WebappSession;
import dev.kefu.engine.ClassifiedValues;
import dev.kefu.engine.OpenForms;
import dev.kefu.engine.gate.GateTrial;
import dev.kefu.organisation.CurrentPerson;
import dev.kefu.tasklist.TrialCases;
import dev.kefu.tasklist.drafts.Drafts.Draft;
import dev.kefu.tasklist.drafts.Drafts.Typed;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts of the trial's first task, which is an agent's, and of its second one, which relationship specialists may claim. */
@KefuIT
class DraftsIT {

  private static final String AGENT = "call-center-agent";
  private static final String SPECIALIST = "relationship-specialist";
  private static final String COLLEAGUE = "relationship-specialist-2";
  private static final String TEXT = "王小明 𠮷, 13800138000";
  private static final int AT_ONCE = 6;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired private ProcessEngine engine;
  @Autowired private TaskService tasks;
  @Autowired private Drafts drafts;
  @Autowired private DraftSweep sweep;
  @Autowired private DraftProperties settings;
  @Autowired private OpenForms forms;
  @Autowired private ClassifiedValues classifiedValues;
  @Autowired private CurrentPerson currentPerson;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TestRestTemplate http;
  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;

  private TrialCases cases;

  @BeforeEach
  void deploy() {
    cases = new TrialCases(engine);
    cases.deploy();
  }

  private Task own() {
    return cases.startedBy(AGENT, Map.of());
  }

  private static Typed typed(String person, String writer, int edition, String base, String root, Object data) {
    return new Typed(person, writer, edition, base, new HashMap<>(Map.of(root, data)));
  }

  private Draft keep(String person, Task task, int edition, String base, String subject) {
    return keep(drafts, person, task, "page", edition, base, subject);
  }

  private Draft keep(Drafts node, String person, Task task, String writer, int edition, String base, String subject) {
    return cases.as(person, () -> node.keep(task.getId(), typed(person, writer, edition, base, "request", Map.of("subject", subject))));
  }

  private Draft keepAnswer(String person, Task task) {
    return cases.as(person, () -> drafts.keep(task.getId(), typed(person, "page", 1, null, "answer", Map.of("steps", List.of(Map.of("step", TEXT))))));
  }

  private Optional<Draft> read(String person, Task task) {
    return cases.as(person, () -> drafts.of(task.getId()));
  }

  private long rows(Task task) {
    return jdbc.sql("select count(*) from tasklist_drafts where task_id = ?").param(task.getId()).query(Long.class).single();
  }

  private Drafts node(String keys) {
    DraftProperties own = new DraftProperties(keys, Path.of("unused"), settings.keep(), settings.largest());
    return new Drafts(forms, DraftKeys.of(keys), own, currentPerson, jdbc, clock);
  }

  @Test
  void whatIsTypedComesBackToWhoeverTypedIt() {
    Task task = own();
    Draft kept = keep(AGENT, task, 1, null, TEXT);

    Draft read = read(AGENT, task).orElseThrow();
    assertThat(read.data()).isEqualTo(Map.of("request", Map.of("subject", TEXT)));
    assertThat(read.revision()).isEqualTo(kept.revision());
    assertThat(read.savedAt()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
    cases.as(AGENT, () -> {
      drafts.discard(task.getId());
      return null;
    });
    assertThat(read(AGENT, task)).isEmpty();
    assertThat(rows(task)).isZero();
  }

  @Test
  void theTableHoldsNothingThatCanBeRead() {
    Task task = own();
    keep(AGENT, task, 1, null, TEXT);

    byte[] content = jdbc.sql("select content from tasklist_drafts where task_id = ?").param(task.getId()).query((row, number) -> row.getBytes(1)).single();
    assertThat(new String(content, StandardCharsets.UTF_8)).doesNotContain("王小明", "13800138000", "request", "subject");
    assertThat(content.length).isGreaterThan(TEXT.getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void aRowThatIsMovedToAnotherPersonOrTaskCannotBeRead() {
    Task task = own();
    Task other = own();
    keep(AGENT, task, 1, null, TEXT);
    jdbc.sql("update tasklist_drafts set task_id = ? where task_id = ?").params(other.getId(), task.getId()).update();

    assertThat(read(AGENT, other)).hasValueSatisfying(draft -> assertThat(draft.data()).isNull());
  }

  @Test
  void whoeverGetsTheTaskGetsNoDraftAndItWaitsForItsOwner() {
    Task task = cases.waitingForAnswer(Map.of());
    keepAnswer(SPECIALIST, task);

    assertThat(read(COLLEAGUE, task)).isEmpty();
    tasks.setAssignee(task.getId(), COLLEAGUE);
    assertThat(read(COLLEAGUE, task)).isEmpty();
    assertThat(read(SPECIALIST, task)).isEmpty();
    assertThatThrownBy(() -> keepAnswer(SPECIALIST, task)).isInstanceOf(DraftProblem.class).hasMessageContaining("404");
    keepAnswer(COLLEAGUE, task);
    assertThat(rows(task)).isEqualTo(2);

    tasks.setAssignee(task.getId(), SPECIALIST);
    assertThat(read(SPECIALIST, task)).hasValueSatisfying(draft -> assertThat(draft.data().toString()).contains(TEXT));
  }

  @Test
  void draftsGoWithTheirTask() {
    Task completed = cases.waitingForAnswer(Map.of());
    keepAnswer(SPECIALIST, completed);
    keepAnswer(COLLEAGUE, completed);
    Task cancelled = own();
    keep(AGENT, cancelled, 1, null, TEXT);
    Task stays = own();
    keep(AGENT, stays, 1, null, TEXT);

    tasks.complete(completed.getId());
    engine.getRuntimeService().deleteProcessInstance(cancelled.getProcessInstanceId(), "opened by mistake", true, true, true);

    assertThat(rows(completed)).isZero();
    assertThat(rows(cancelled)).isZero();
    assertThat(rows(stays)).isEqualTo(1);
  }

  @Test
  void aRefusedFormKeepsItsDraft() {
    Task task = own();
    keep(AGENT, task, 1, null, "x".repeat(81));

    assertThatThrownBy(() -> cases.as(AGENT, () -> {
      engine.getFormService().submitTaskForm(task.getId(), Map.of("request", Map.of("subject", "x".repeat(81))));
      return null;
    })).hasMessageContaining("Subject");
    assertThat(read(AGENT, task)).isPresent();
  }

  @Test
  void whatNobodyGoesOnWithIsForgotten() {
    Task old = own();
    Task young = own();
    keep(AGENT, old, 1, null, TEXT);
    keep(AGENT, young, 1, null, TEXT);
    jdbc.sql("update tasklist_drafts set saved_at = ? where task_id = ?").params(LocalDateTime.now(clock).minus(settings.keep()).minusMinutes(1), old.getId()).update();
    jdbc.sql("update tasklist_drafts set saved_at = ? where task_id = ?").params(LocalDateTime.now(clock).minus(settings.keep()).plusMinutes(1), young.getId()).update();
    // Written at the very moment in which its task ended.
    jdbc.sql("insert into tasklist_drafts (person, task_id, writer, edition, key_name, content, saved_at) values ('a', 'gone', 'w', 1, 'k', ?, ?)")
        .params(new byte[20], LocalDateTime.now(clock)).update();

    sweep.sweep();

    assertThat(rows(old)).isZero();
    assertThat(rows(young)).isEqualTo(1);
    assertThat(jdbc.sql("select count(*) from tasklist_drafts where task_id = 'gone'").query(Long.class).single()).isZero();
  }

  @Test
  void twoPagesDoNotOverwriteOneAnotherUnseen() {
    Task task = own();
    String first = keep(drafts, AGENT, task, "first", 1, null, "one").revision();

    assertThatThrownBy(() -> keep(drafts, AGENT, task, "second", 1, null, "two")).isInstanceOf(DraftProblem.class).hasMessageContaining("on another page too")
        .satisfies(refusal -> assertThat(((DraftProblem) refusal).getBody().getProperties()).containsEntry("revision", first));
    assertThat(read(AGENT, task).orElseThrow().data().toString()).contains("one");

    keep(drafts, AGENT, task, "second", 2, first, "two");
    assertThat(read(AGENT, task).orElseThrow().data().toString()).contains("two");
  }

  @Test
  void anOlderEditionThatComesLateChangesNothing() {
    Task task = own();
    keep(AGENT, task, 1, null, "one");
    keep(AGENT, task, 3, null, "three");

    assertThat(keep(AGENT, task, 2, "page:1", "two").revision()).isEqualTo("page:3");
    assertThat(read(AGENT, task).orElseThrow().data().toString()).contains("three");
  }

  @Test
  void twoNodesShareDraftsAsLongAsTheyShareKeys() {
    String keys = "2026:" + Base64.getEncoder().encodeToString(new byte[32]);
    Drafts first = node(keys);
    Drafts second = node(keys);
    Task task = own();
    String revision = keep(first, AGENT, task, "page", 1, null, "one").revision();

    assertThat(cases.as(AGENT, () -> second.of(task.getId()))).hasValueSatisfying(draft -> assertThat(draft.data().toString()).contains("one"));
    keep(second, AGENT, task, "other", 1, revision, "two");
    assertThat(cases.as(AGENT, () -> first.of(task.getId()))).hasValueSatisfying(draft -> assertThat(draft.data().toString()).contains("two"));
    // The node of the tests has another key: it says so instead of showing nothing.
    assertThat(read(AGENT, task)).hasValueSatisfying(draft -> assertThat(draft.data()).isNull());
  }

  @RepeatedTest(5)
  void ofManyFirstEditionsAtOnceTheLatestHolds() throws Exception {
    Task task = own();

    for (Future<Draft> kept : atOnce(edition -> keep(AGENT, task, edition, null, "edition " + edition))) {
      assertThat(kept.get().revision()).startsWith("page:");
    }
    assertThat(rows(task)).isEqualTo(1);
    assertThat(read(AGENT, task)).hasValueSatisfying(draft -> assertThat(draft.data().toString()).contains("edition " + AT_ONCE));
  }

  @RepeatedTest(5)
  void ofManyPagesAtOnceOneIsKeptAndTheOthersAreTold() throws Exception {
    Task task = own();
    int kept = 0;

    for (Future<Draft> answer : atOnce(page -> keep(drafts, AGENT, task, "page-" + page, 1, null, "page " + page))) {
      try {
        answer.get();
        kept++;
      } catch (ExecutionException refused) {
        assertThat(refused).cause().isInstanceOf(DraftProblem.class).hasMessageContaining("on another page too");
      }
    }
    assertThat(kept).isEqualTo(1);
    assertThat(rows(task)).isEqualTo(1);
  }

  private static List<Future<Draft>> atOnce(IntFunction<Draft> save) throws InterruptedException {
    CyclicBarrier start = new CyclicBarrier(AT_ONCE);
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      return pool.invokeAll(IntStream.rangeClosed(1, AT_ONCE).<Callable<Draft>>mapToObj(one -> () -> {
        start.await();
        return save.apply(one);
      }).toList());
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aClassifiedValueThatIsKeptElsewhereIsNotKeptTwice() {
    GateTrial trial = new GateTrial(engine, http, password);
    try {
      String caseId = trial.start();
      Task task = trial.task(caseId);
      classifiedValues.keep(caseId, "record.secret", "owes 500");
      for (String unchanged : List.of("owes 500", "●●● (classified 保密)")) {
        assertThat(secretAfter(task, unchanged)).isEqualTo(Map.of("subject", "Cup"));
      }
      assertThat(secretAfter(task, "owes 700")).isEqualTo(Map.of("subject", "Cup", "secret", "owes 700"));
    } finally {
      trial.remove();
    }
  }

  private Object secretAfter(Task task, String secret) {
    return cases.as(GateTrial.STARTER, () -> {
      drafts.discard(task.getId());
      drafts.keep(task.getId(), typed(GateTrial.STARTER, "page", 1, null, "record", new HashMap<>(Map.of("subject", "Cup", "secret", secret))));
      return drafts.of(task.getId()).orElseThrow().data().get("record");
    });
  }

  @Test
  void whoIsBarredByFourEyesHasNoDraft() {
    GateTrial trial = new GateTrial(engine, http, password);
    String deployment = engine.getRepositoryService().createDeployment().addClasspathResource("gate/four-eyes-trial.bpmn")
        .addClasspathResource("gate/four-eyes-trial-middle.bpmn").addClasspathResource("gate/four-eyes-trial-bottom.bpmn")
        .addClasspathResource("gate/gate-trial-record.form").addClasspathResource("gate/gate-trial-review.form").addClasspathResource("gate/gate-trial-confirm.form")
        .deploy().getId();
    try {
      Map<String, Object> variables = new HashMap<>(Map.of("starter", "survey-supervisor"));
      variables.put("holder", null);
      String caseId = engine.getRuntimeService().startProcessInstanceByKey("four-eyes-trial", variables).getId();
      cases.as("survey-supervisor", () -> {
        engine.getFormService().submitTaskForm(trial.task(caseId).getId(), Map.of("record", Map.of("subject", "Cup", "amount", "1.00", "way", "phone")));
        return null;
      });
      String review = trial.task(caseId).getId();

      assertThat(cases.as("survey-supervisor", () -> forms.rootsOf(review))).isEmpty();
      assertThat(cases.as("survey-supervisor-2", () -> forms.rootsOf(review))).hasValueSatisfying(roots -> assertThat(roots).containsExactly("review"));
    } finally {
      engine.getRepositoryService().deleteDeployment(deployment, true);
      trial.remove();
    }
  }

  /** Reviewed: the second task waits unclaimed for relationship specialists; whoever reads the case, leads the department or administrates has no draft of it. */
  @ParameterizedTest
  @CsvSource({
      "relationship-specialist, 200, 200, 204", "relationship-specialist-2, 200, 200, 204", "call-center-agent, 204, 404, 204", "relationship-supervisor, 204, 404, 204",
      "customer-service-manager, 204, 404, 204", "general-manager, 204, 404, 204", "technical-support-engineer, 204, 404, 204", "survey-specialist, 204, 404, 204",
      "admin, 204, 404, 204", "anonymous, 401, 401, 401"})
  void onlyWhoeverMayCompleteTheTaskHasDrafts(String person, int read, int keep, int discard) throws Exception {
    Task task = cases.waitingForAnswer(Map.of());
    WebappSession session = person.equals("anonymous") ? new WebappSession(port) : WebappSession.of(port, person, password);
    String address = "/camunda/api/kefu/tasks/" + task.getId() + "/draft";

    assertThat(session.put(address, body(person, "{\"answer\":{\"solved\":true}}")).statusCode()).isEqualTo(keep);
    HttpResponse<String> answer = session.get(address);
    assertThat(answer.statusCode()).isEqualTo(read);
    if (read == 200) {
      assertThat(JSON.readTree(answer.body()).at("/data/answer/solved").asBoolean()).isTrue();
      assertThat(answer.headers().firstValue("Cache-Control")).hasValueSatisfying(header -> assertThat(header).contains("no-store"));
    }
    assertThat(session.delete(address).statusCode()).isEqualTo(discard);
  }

  @Test
  void theBrowserIsToldToKeepNothingOfWhatAFormShows() {
    Task task = cases.waitingForAnswer(Map.of());
    WebappSession session = WebappSession.of(port, SPECIALIST, password);

    HttpResponse<String> variables = session.get("/camunda/api/engine/engine/default/task/" + task.getId() + "/form-variables");
    assertThat(variables.statusCode()).isEqualTo(200);
    assertThat(variables.headers().allValues("Cache-Control")).containsExactly("no-store");
  }

  @Test
  void whatIsNoDraftIsRefusedInBothLanguages() throws Exception {
    Task task = cases.waitingForAnswer(Map.of());
    WebappSession session = WebappSession.of(port, SPECIALIST, password);
    String address = "/camunda/api/kefu/tasks/" + task.getId() + "/draft";

    assertRefused(session.put(address, "no JSON"), 400, "不屬於此任務的表單");
    assertRefused(session.put(address, body(SPECIALIST, "{\"request\":{\"subject\":\"not of this form\"}}")), 400, "does not belong to the task's form");
    assertRefused(session.put(address, body(SPECIALIST, "{}")), 400, "does not belong to the task's form");
    assertRefused(session.put(address, body(COLLEAGUE, "{\"answer\":{}}")), 403, "Somebody else is logged in in this browser now. 此瀏覽器目前由他人登入");
    assertRefused(session.put(address, body(SPECIALIST, "{\"answer\":\"" + "x".repeat((int) settings.largest().toBytes()) + "\"}")), 413, "草稿上限為 512 KB");
    assertRefused(session.put("/camunda/api/kefu/tasks/unknown/draft", body(SPECIALIST, "{\"answer\":{}}")), 404, "已不由您辦理");
    assertThat(session.get("/camunda/api/kefu/tasks/unknown/draft").statusCode()).isEqualTo(204);
    assertThat(rows(task)).isZero();
  }

  private static String body(String person, String data) {
    return "{\"person\":\"" + person + "\",\"writer\":\"page\",\"edition\":1,\"base\":null,\"data\":" + data + "}";
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String words) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.path("message").asText()).contains(words);
  }
}
