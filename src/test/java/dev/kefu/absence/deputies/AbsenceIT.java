package dev.kefu.absence.deputies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.engine.CaseRecord.HandedIn;
import dev.kefu.engine.CaseRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case that its starter records and a survey supervisor reviews, who is not the recorder; then two calls deep something that the reviewer may not check. */
@KefuIT
class AbsenceIT {

  private static final String SPECIALIST = "survey-specialist";
  private static final String SECOND = "survey-specialist-2";
  private static final String SUPERVISOR = "survey-supervisor";
  private static final String COLLEAGUE = "survey-supervisor-2";
  private static final String OUTSIDER = "key-account-specialist";
  private static final String MANAGER = "customer-service-manager";
  private static final Map<String, Object> RECORD = Map.of("subject", "Broken cup", "amount", "12.50", "way", "phone");

  @Autowired private ProcessEngine engine;
  @Autowired private TaskService tasks;
  @Autowired private AbsenceSweep sweep;
  @Autowired private CaseRecords records;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  private Persons persons;
  private String deployment;
  private LocalDate today;

  @BeforeEach
  void deploy() {
    persons = new Persons(engine);
    today = LocalDate.now(clock);
    deployment = engine.getRepositoryService().createDeployment().name("absence trial")
        .addClasspathResource("gate/four-eyes-trial.bpmn").addClasspathResource("gate/four-eyes-trial-middle.bpmn")
        .addClasspathResource("gate/four-eyes-trial-bottom.bpmn").addClasspathResource("gate/gate-trial-record.form")
        .addClasspathResource("gate/gate-trial-review.form").addClasspathResource("gate/gate-trial-confirm.form").deploy().getId();
  }

  @AfterEach
  void tidy() {
    jdbc.sql("update absences set state = 'ENDED'").update();
    sweep.sweep();
    engine.getRepositoryService().deleteDeployment(deployment, true);
    List.of("absence_tasks", "absences").forEach(table -> jdbc.sql("delete from " + table).update());
    sweep.sweep();
    assertThat(jdbc.sql("select count(*) from absence_rights").query(Integer.class).single()).isZero();
    jdbc.sql("delete from notification_messages").update();
    ClockUtil.reset();
  }

  @Test
  void openAndNewTasksReachTheDeputyWhoActsOnBehalfOfTheAbsentPerson() {
    Task open = start(SPECIALIST, null);

    absent(SPECIALIST, SPECIALIST, SECOND, 0, 3);

    Task fresh = start(SPECIALIST, null);
    assertThat(List.of(now(open), fresh)).allSatisfy(task -> {
      assertThat(task.getAssignee()).isEqualTo(SECOND);
      assertThat(task.getOwner()).isEqualTo(SPECIALIST);
      assertThat(comments(task)).singleElement().satisfies(comment -> {
        assertThat(comment.getFullMessage()).contains("is absent 缺勤 until 至 " + today.plusDays(3), "acts on behalf of 代", "辦理");
        assertThat(comment.getUserId()).as("the system says so").isNull();
      });
    });
    assertThat(told("absence-deputy")).containsExactly(SECOND);
    assertThat(toldOfAssignment(open)).as("the person before").containsExactly(SPECIALIST, SECOND);
    assertThat(toldOfAssignment(fresh)).containsExactly(SECOND);
    assertThat(record(SPECIALIST, fresh)).as("not in their hands").isEqualTo(403);

    assertThat(record(SECOND, fresh)).isEqualTo(204);

    HandedIn form = records.of(number(fresh)).orElseThrow().forms().get(0);
    assertThat(form.by()).isEqualTo(SECOND);
    assertThat(form.onBehalfOf()).isEqualTo(SPECIALIST);
    assertThat(jdbc.sql("select actor from audit_entries where action = 'completeOnBehalf' and subject_id = ? and case_number = ?").params(SPECIALIST, number(fresh)).query(String.class).list())
        .containsExactly(SECOND);
    assertThat(http.withBasicAuth(SECOND, password).getForObject("/api/absences", JsonNode.class).get(0).path("tasks").asInt()).isPositive();
  }

  @Test
  void absenceBeginsAndEndsByItselfOnceOnTwoNodes() throws Exception {
    Task open = start(SPECIALIST, null);
    absent(SPECIALIST, SPECIALIST, OUTSIDER, 1, 2);
    assertThat(now(open).getAssignee()).as("not yet").isEqualTo(SPECIALIST);
    assertThat(readsProcess(OUTSIDER)).isEqualTo(404);

    daysLater(1);
    bothAtOnce(() -> {
      sweep.sweep();
      return null;
    });
    sweep.sweep();
    assertThat(now(open).getAssignee()).isEqualTo(OUTSIDER);
    assertThat(comments(open)).hasSize(1);
    assertThat(readsProcess(OUTSIDER)).as("what comes to the deputy can be opened").isEqualTo(200);

    daysLater(2);
    bothAtOnce(() -> {
      sweep.sweep();
      return null;
    });
    sweep.sweep();
    assertThat(now(open).getAssignee()).isEqualTo(SPECIALIST);
    assertThat(now(open).getOwner()).isNull();
    assertThat(comments(open)).hasSize(2).anySatisfy(comment -> assertThat(comment.getFullMessage()).contains("is back", "任務交回"));
    assertThat(finds(OUTSIDER, open)).isFalse();
    assertThat(readsProcess(OUTSIDER)).isEqualTo(404);
    assertThat(told("absence-ended")).containsExactlyInAnyOrder(SPECIALIST, OUTSIDER);
    assertThat(start(SPECIALIST, null).getAssignee()).isEqualTo(SPECIALIST);
    assertThat(jdbc.sql("select state from absences").query(String.class).single()).isEqualTo("ENDED");
  }

  @Test
  void whatIsOfferedToThePersonsGroupTheDeputyTakesOnBehalfAndGivesBack() {
    Task before = recorded(SPECIALIST, null);
    absent(SUPERVISOR, MANAGER, OUTSIDER, 0, 3);
    Task review = recorded(SPECIALIST, null);
    assertThat(told("absence-entered")).as("by the superior").containsExactly(SUPERVISOR);
    assertThat(told("task-offered")).contains(OUTSIDER);
    assertThat(List.of(before, review)).allSatisfy(task -> {
      assertThat(finds(OUTSIDER, task)).isTrue();
      assertThat(candidates(task)).containsExactly(OUTSIDER);
    });

    assertThat(post(OUTSIDER, review, "/claim", Map.of("userId", OUTSIDER))).isEqualTo(204);
    assertThat(now(review).getOwner()).isEqualTo(SUPERVISOR);
    assertThat(post(OUTSIDER, review, "/unclaim", Map.of())).isEqualTo(204);
    assertThat(now(review).getOwner()).isNull();
    assertThat(post(COLLEAGUE, before, "/claim", Map.of("userId", COLLEAGUE))).isEqualTo(204);
    assertThat(now(before).getOwner()).as("a colleague of the group acts for nobody").isNull();

    assertThat(review(OUTSIDER, review)).isEqualTo(204);
    assertThat(records.of(number(review)).orElseThrow().forms().get(1)).satisfies(form -> {
      assertThat(form.by()).isEqualTo(OUTSIDER);
      assertThat(form.onBehalfOf()).isEqualTo(SUPERVISOR);
    });
    Task check = tasks.createTaskQuery().processInstanceBusinessKey(number(review)).taskDefinitionKey("userTask_check").singleResult();
    assertThat(refusal(OUTSIDER, check)).as("the deputy reviewed").contains("You did \"Review 審閱\"");
    assertThat(refusal(SUPERVISOR, check)).as("and so did the person").contains("You did \"Review 審閱\"");

    Task third = recorded(SPECIALIST, null);
    assertThat(post(OUTSIDER, third, "/claim", Map.of("userId", OUTSIDER))).isEqualTo(204);
    Task fourth = recorded(SPECIALIST, null);
    daysLater(4);
    sweep.sweep();
    assertThat(candidates(fourth)).isEmpty();
    assertThat(finds(OUTSIDER, fourth)).isFalse();
    assertThat(now(third).getAssignee()).as("what was taken is finished").isEqualTo(OUTSIDER);
    assertThat(review(OUTSIDER, third)).isEqualTo(204);
  }

  @Test
  void fourEyesHoldsForTheDeputyAndForWhomTheDeputyActs() {
    absent(SUPERVISOR, SUPERVISOR, OUTSIDER, 0, 3);

    Task ofDeputy = recorded(OUTSIDER, null);
    sweep.sweep();
    assertThat(candidates(ofDeputy)).as("the deputy recorded").isEmpty();
    assertThat(post(OUTSIDER, ofDeputy, "/claim", Map.of("userId", OUTSIDER))).isEqualTo(403);
    Task ofPerson = recorded(COLLEAGUE, null);
    recordAgain(ofPerson, SUPERVISOR);
    assertThat(candidates(ofPerson)).as("offered before the person recorded").containsExactly(OUTSIDER);
    assertThat(http.withBasicAuth(OUTSIDER, password).postForObject(path(ofPerson) + "/claim", Map.of("userId", OUTSIDER), String.class)).contains(SUPERVISOR + " did \\\"Record 登記\\\"");
    assertThat(review(OUTSIDER, ofPerson)).isEqualTo(403);

    Task handed = recorded(OUTSIDER, SUPERVISOR);
    sweep.sweep();
    assertThat(now(handed).getAssignee()).as("neither the person, who is away, nor the deputy, who is barred").isNull();
    assertThat(comments(handed)).anySatisfy(comment -> assertThat(comment.getFullMessage()).contains("four eyes bars the deputy", "由上級承接: Customer-service department manager"));
    assertThat(review(MANAGER, handed)).isEqualTo(204);
    assertThat(records.of(number(handed)).orElseThrow().forms().get(1).onBehalfOf()).isEqualTo(SUPERVISOR);
  }

  @Test
  void barredTaskGoesBackToThePersonIfNoSuperiorTookIt() {
    Task handed = recorded(OUTSIDER, SUPERVISOR);
    long id = absent(SUPERVISOR, SUPERVISOR, OUTSIDER, 0, 3);
    assertThat(now(handed).getAssignee()).isNull();

    assertThat(post(SUPERVISOR, "/api/absences/" + id + "/end", Map.of())).isEqualTo(204);

    assertThat(now(handed).getAssignee()).isEqualTo(SUPERVISOR);
    assertThat(now(handed).getOwner()).isNull();
  }

  @Test
  void deputyWhoIsAwayIsFollowedToTheOwnDeputyAndBack() {
    Task open = start(SPECIALIST, null);
    absent(SPECIALIST, SPECIALIST, SECOND, 0, 5);
    long second = absent(SECOND, SECOND, OUTSIDER, 0, 5);
    assertThat(now(open).getAssignee()).isEqualTo(OUTSIDER);
    assertThat(now(open).getOwner()).isEqualTo(SPECIALIST);
    assertThat(start(SECOND, null)).extracting(Task::getAssignee, Task::getOwner).containsExactly(OUTSIDER, SECOND);

    assertThat(post(SECOND, "/api/absences/" + second + "/end", Map.of())).isEqualTo(204);
    assertThat(now(open).getAssignee()).isEqualTo(SECOND);
    assertThat(now(open).getOwner()).isEqualTo(SPECIALIST);
  }

  @Test
  void anotherDeputyTakesOverAndSomebodyElsesHandsAreLeftAlone() {
    Task open = start(SPECIALIST, null);
    Task given = start(SPECIALIST, null);
    long id = absent(SPECIALIST, SPECIALIST, SECOND, 0, 5);
    assertThat(post(MANAGER, given, "/assignee", Map.of("userId", COLLEAGUE))).isEqualTo(204);
    assertThat(now(given)).extracting(Task::getAssignee, Task::getOwner).containsExactly(COLLEAGUE, null);

    Map<String, Object> change = new HashMap<>(Map.of("deputy", OUTSIDER, "until", today.plusDays(9).toString()));
    assertThat(http.withBasicAuth(SUPERVISOR, password).exchange("/api/absences/" + id, HttpMethod.PUT, new HttpEntity<>(change), JsonNode.class).getBody().path("until").asText()).isEqualTo(today.plusDays(9).toString());

    assertThat(now(open)).extracting(Task::getAssignee, Task::getOwner).containsExactly(OUTSIDER, SPECIALIST);
    assertThat(finds(SECOND, open)).isFalse();
    assertThat(now(given).getAssignee()).isEqualTo(COLLEAGUE);
  }

  @Test
  void whoWorksAlthoughAwayKeepsWhatSheTakes() {
    absent(SUPERVISOR, SUPERVISOR, OUTSIDER, 0, 3);
    Task review = recorded(SPECIALIST, null);
    assertThat(post(SUPERVISOR, review, "/claim", Map.of("userId", SUPERVISOR))).isEqualTo(204);
    sweep.sweep();
    assertThat(now(review).getAssignee()).isEqualTo(SUPERVISOR);
    assertThat(review(SUPERVISOR, review)).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      survey-specialist   |  0 |  3  | survey-specialist   | deputy | nobody is the own deputy
      survey-specialist   |  0 |  3  | nobody-at-all       | deputy | is no employee
      survey-specialist   |  0 |  3  | admin               | deputy | is no employee
      survey-specialist   |  0 |  3  |                     | deputy | is required
      survey-specialist   | -1 |  3  | survey-specialist-2 | from   | is before today
      survey-specialist   |    |  3  | survey-specialist-2 | from   | is required
      survey-specialist   |  0 |     | survey-specialist-2 | until  | is required
      survey-specialist   |  2 |  1  | survey-specialist-2 | until  | is before the first day
      survey-specialist   |  0 | 366 | survey-specialist-2 | until  | at most 366 days
      """)
  void wrongEntryIsRefusedAndNamesTheField(String person, Integer from, Integer until, String deputy, String field, String message) {
    ResponseEntity<JsonNode> answer = enter(person, person, deputy, from, until);

    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    assertThat(answer.getBody().path("errors")).singleElement().satisfies(error -> {
      assertThat(error.path("field").asText()).isEqualTo(field);
      assertThat(error.path("message").asText()).contains(message);
      assertThat(error.path("label").asText()).containsPattern("\\p{IsHan}");
    });
    assertThat(jdbc.sql("select count(*) from absences").query(Integer.class).single()).isZero();
  }

  @Test
  void oneDeputyAtATimeAndNoCircles() {
    absent(SPECIALIST, SPECIALIST, SECOND, 2, 4);
    assertThat(fault(enter(SPECIALIST, SPECIALIST, OUTSIDER, 4, 6))).contains("from", "there is an absence already, " + today.plusDays(2));
    absent(SPECIALIST, SPECIALIST, OUTSIDER, 5, 6);

    assertThat(fault(enter(SECOND, SECOND, SPECIALIST, 4, 4))).contains("deputy", "circle");
    absent(SECOND, SECOND, SPECIALIST, 7, 8);
    absent(SECOND, SECOND, COLLEAGUE, 1, 2);
    assertThat(fault(enter(COLLEAGUE, COLLEAGUE, SPECIALIST, 2, 9))).as("over two, on the one day that all are away").contains("deputy", "circle", " → ");
    absent(COLLEAGUE, COLLEAGUE, SPECIALIST, 3, 9);
  }

  @Test
  void twoEntriesAtOnceAreOne() throws Exception {
    List<Integer> answers = bothAtOnce(() -> enter(SPECIALIST, SPECIALIST, SECOND, 0, 3).getStatusCode().value());

    assertThat(answers).containsExactlyInAnyOrder(201, 400);
    assertThat(jdbc.sql("select count(*) from absences").query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void leaverHandsOverWhatIsThereAndWhatComesForGood() {
    Task open = start(SPECIALIST, null);
    Task acted = start(COLLEAGUE, null);
    absent(COLLEAGUE, COLLEAGUE, SPECIALIST, 0, 3);
    assertThat(now(acted).getAssignee()).isEqualTo(SPECIALIST);

    assertThat(post(SECOND, "/api/absences/leavers", Map.of("person", SPECIALIST, "deputy", SECOND, "reason", "Left"))).as("no superior").isEqualTo(403);
    assertThat(fault(exchange(SUPERVISOR, "/api/absences/leavers", Map.of("person", SPECIALIST, "deputy", SECOND)))).contains("reason", "is required");
    assertThat(post(SUPERVISOR, "/api/absences/leavers", Map.of("person", SPECIALIST, "deputy", SECOND, "reason", "Left the house 離職"))).isEqualTo(201);

    assertThat(List.of(now(open), start(SPECIALIST, null))).allSatisfy(task -> {
      assertThat(task.getAssignee()).isEqualTo(SECOND);
      assertThat(task.getOwner()).as("acts for nobody").isNull();
      assertThat(comments(task)).singleElement().satisfies(comment -> assertThat(comment.getFullMessage()).contains("has left", "接手"));
    });
    assertThat(now(acted)).as("whom the leaver acted for").extracting(Task::getAssignee, Task::getOwner).containsExactly(SECOND, COLLEAGUE);
    assertThat(fault(enter(SECOND, SECOND, SPECIALIST, 0, 1))).contains("deputy", "has left");
    assertThat(told("leaver-successor")).containsExactly(SECOND);
    daysLater(5);
    sweep.sweep();
    assertThat(start(SPECIALIST, null).getAssignee()).as("for good").isEqualTo(SECOND);
  }

  @Test
  void tasksOfADeletedUserAreForTheGroupOrThoseAbove() {
    User leaver = engine.getIdentityService().newUser("absence-leaver");
    leaver.setPassword(password);
    engine.getIdentityService().saveUser(leaver);
    engine.getIdentityService().createMembership("absence-leaver", SPECIALIST);
    Task grouped = recorded(SPECIALIST, "absence-leaver");
    long id = absent(SPECIALIST, SPECIALIST, "absence-leaver", 0, 3);
    Task acted = start(SPECIALIST, null);
    assertThat(acted.getAssignee()).isEqualTo("absence-leaver");

    assertThat(http.withBasicAuth("admin", password).exchange("/engine-rest/user/absence-leaver", HttpMethod.DELETE, null, String.class).getStatusCode().value()).isEqualTo(204);

    assertThat(now(grouped).getAssignee()).isNull();
    assertThat(comments(grouped)).anySatisfy(comment -> assertThat(comment.getFullMessage()).contains("no longer there", "Customer-survey supervisor"));
    assertThat(review(SUPERVISOR, grouped)).isEqualTo(204);
    assertThat(now(acted)).as("the deputy is gone: back to the person").extracting(Task::getAssignee, Task::getOwner).containsExactly(SPECIALIST, null);
    assertThat(jdbc.sql("select state from absences where id = ?").param(id).query(String.class).single()).isEqualTo("ENDED");
    assertThat(jdbc.sql("select recipient_id from notification_messages where template = 'absence-without-deputy'").query(String.class).list()).containsExactlyInAnyOrder(SPECIALIST, SUPERVISOR);
  }

  @Test
  void everybodySeesTheOwnOnesSuperiorsThoseBelowAndOnlyTheyChange() {
    long id = absent(SPECIALIST, SUPERVISOR, SECOND, 0, 3);

    assertThat(seen(SPECIALIST)).containsExactly(id);
    assertThat(seen(SECOND)).containsExactly(id);
    assertThat(seen(MANAGER)).containsExactly(id);
    assertThat(seen(OUTSIDER)).isEmpty();
    assertThat(post(OUTSIDER, "/api/absences/" + id + "/end", Map.of())).isEqualTo(404);
    assertThat(post(SECOND, "/api/absences/" + id + "/end", Map.of())).as("the deputy").isEqualTo(403);
    assertThat(post(MANAGER, "/api/absences/" + id + "/end", Map.of())).isEqualTo(204);
    assertThat(post(MANAGER, "/api/absences/" + id + "/end", Map.of())).isEqualTo(409);
    assertThat(offered(SUPERVISOR)).contains(SPECIALIST, SECOND).doesNotContain(SUPERVISOR, COLLEAGUE, OUTSIDER);
    assertThat(offered(SPECIALIST)).isEmpty();
  }

  private List<String> offered(String user) {
    List<String> ids = new ArrayList<>();
    http.withBasicAuth(user, password).getForObject("/api/absences/offer", JsonNode.class).path("below").forEach(one -> ids.add(one.path("id").asText()));
    return ids;
  }

  private List<Long> seen(String user) {
    List<Long> ids = new ArrayList<>();
    http.withBasicAuth(user, password).getForObject("/api/absences", JsonNode.class).forEach(one -> ids.add(one.path("id").asLong()));
    return ids;
  }

  /** Enters an absence that is taken. */
  private long absent(String person, String by, String deputy, int from, int until) {
    ResponseEntity<JsonNode> answer = enter(person, by, deputy, from, until);
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(201);
    return answer.getBody().path("id").asLong();
  }

  private ResponseEntity<JsonNode> enter(String person, String by, String deputy, Integer from, Integer until) {
    Map<String, Object> entry = new HashMap<>();
    entry.put("person", person);
    entry.put("deputy", deputy);
    entry.put("from", from == null ? null : today.plusDays(from).toString());
    entry.put("until", until == null ? null : today.plusDays(until).toString());
    return exchange(by, "/api/absences", entry);
  }

  private static String fault(ResponseEntity<JsonNode> answer) {
    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    return answer.getBody().path("errors").toString();
  }

  private ResponseEntity<JsonNode> exchange(String user, String path, Map<String, ?> body) {
    return http.withBasicAuth(user, password).postForEntity(path, body, JsonNode.class);
  }

  private int post(String user, String path, Map<String, ?> body) {
    return http.withBasicAuth(user, password).postForEntity(path, body, String.class).getStatusCode().value();
  }

  private int post(String user, Task task, String path, Map<String, ?> body) {
    return post(user, path(task) + path, body);
  }


  private String refusal(String user, Task task) {
    ResponseEntity<JsonNode> answer = exchange(user, path(task) + "/complete", Map.of());
    assertThat(answer.getStatusCode().value()).isEqualTo(403);
    return answer.getBody().path("message").asText();
  }

  private static String path(Task task) {
    return "/engine-rest/task/" + task.getId();
  }

  private Task start(String starter, String holder) {
    ProcessInstance started = engine.getRuntimeService().startProcessInstanceByKey("four-eyes-trial",
        Variables.putValue("starter", starter).putValue("holder", holder).putValue("accused", "somebody"));
    return open(started.getId(), "userTask_record");
  }

  private Task recorded(String starter, String holder) {
    Task record = start(starter, holder);
    persons.as(record.getAssignee(), () -> {
      engine.getFormService().submitTaskForm(record.getId(), persons.form("record", RECORD));
      return null;
    });
    return open(record.getProcessInstanceId(), "userTask_review");
  }

  /** Somebody records once more while the review waits. */
  private void recordAgain(Task review, String user) {
    engine.getRuntimeService().createProcessInstanceModification(review.getProcessInstanceId()).startBeforeActivity("userTask_record").execute();
    Task again = open(review.getProcessInstanceId(), "userTask_record");
    tasks.setAssignee(again.getId(), null);
    tasks.addCandidateUser(again.getId(), user);
    assertThat(post(user, again, "/claim", Map.of("userId", user))).isEqualTo(204);
    assertThat(record(user, again)).isEqualTo(204);
  }

  private int record(String user, Task task) {
    return submit(user, task, "record", "{\"subject\":\"Broken cup\",\"amount\":\"12.50\",\"way\":\"phone\"}");
  }

  private int review(String user, Task task) {
    return submit(user, task, "review", "{\"decision\":\"accept\"}");
  }

  private int submit(String user, Task task, String root, String json) {
    return post(user, task, "/submit-form", Map.of("variables", Map.of(root, Map.of("type", "Json", "value", json))));
  }

  private Task open(String processInstanceId, String step) {
    return tasks.createTaskQuery().processInstanceId(processInstanceId).taskDefinitionKey(step).orderByTaskCreateTime().desc().listPage(0, 1).get(0);
  }

  private Task now(Task task) {
    return tasks.createTaskQuery().taskId(task.getId()).singleResult();
  }

  private List<Comment> comments(Task task) {
    return tasks.getTaskComments(task.getId());
  }

  private List<String> candidates(Task task) {
    return tasks.getIdentityLinksForTask(task.getId()).stream().filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE)).map(IdentityLink::getUserId).filter(user -> user != null).toList();
  }

  private String number(Task task) {
    return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey();
  }

  private boolean finds(String user, Task task) {
    return http.withBasicAuth(user, password).getForObject("/engine-rest/task?taskId={id}&maxResults=1", String.class, task.getId()).contains(task.getId());
  }

  private int readsProcess(String user) {
    String definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("four-eyes-trial").latestVersion().singleResult().getId();
    return http.withBasicAuth(user, password).getForEntity("/engine-rest/process-definition/" + definition, String.class).getStatusCode().value();
  }

  /** Only this task's: other tests leave tasks of the same person, which the deputy gets too. */
  private List<String> toldOfAssignment(Task task) {
    return jdbc.sql("select recipient_id from notification_messages where template = 'task-assigned' and message_key like ? order by recipient_id").param("task/" + task.getId() + "/%").query(String.class).list();
  }

  private List<String> told(String template) {
    return jdbc.sql("select recipient_id from notification_messages where template = ? and recipient_kind = 'USER' order by recipient_id").param(template).query(String.class).list();
  }

  private static void daysLater(int days) {
    ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days))));
  }

  private static <T> List<T> bothAtOnce(Callable<T> work) throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      List<Future<T>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(nodes.submit(() -> {
          together.await();
          return work.call();
        }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> one : both) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      nodes.shutdown();
    }
  }
}
