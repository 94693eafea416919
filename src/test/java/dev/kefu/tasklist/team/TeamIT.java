package dev.kefu.tasklist.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Comment;
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

/** The queue of the survey supervisor, whose team are two survey specialists; the reviews of the trial belong to the supervisors themselves, and so to the manager's team. */
@KefuIT
class TeamIT {

  private static final String SPECIALIST = "survey-specialist";
  private static final String SECOND = "survey-specialist-2";
  private static final String SUPERVISOR = "survey-supervisor";
  private static final String COLLEAGUE = "survey-supervisor-2";
  private static final String OUTSIDER = "key-account-specialist";
  private static final String MANAGER = "customer-service-manager";

  @Autowired private ProcessEngine engine;
  @Autowired private TaskService tasks;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  private Persons persons;
  private String deployment;
  private final List<String> rights = new ArrayList<>();

  @BeforeEach
  void deploy() {
    persons = new Persons(engine);
    deployment = engine.getRepositoryService().createDeployment().name("team trial")
        .addClasspathResource("gate/four-eyes-trial.bpmn").addClasspathResource("gate/four-eyes-trial-middle.bpmn")
        .addClasspathResource("gate/four-eyes-trial-bottom.bpmn").addClasspathResource("gate/gate-trial-record.form")
        .addClasspathResource("gate/gate-trial-review.form").addClasspathResource("gate/gate-trial-confirm.form").deploy().getId();
    List.of(SPECIALIST, SUPERVISOR).forEach(this::worksInTrial);
  }

  private void worksInTrial(String group) {
    var right = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    right.setGroupId(group);
    right.setResource(Resources.PROCESS_DEFINITION);
    right.setResourceId("four-eyes-trial");
    right.addPermission(Permissions.READ);
    rights.add(engine.getAuthorizationService().saveAuthorization(right).getId());
  }

  @AfterEach
  void tidy() {
    rights.forEach(engine.getAuthorizationService()::deleteAuthorization);
    rights.clear();
    engine.getRepositoryService().deleteDeployment(deployment, true);
    jdbc.sql("delete from notification_messages").update();
  }

  @Test
  void queueHoldsTheTeamsTasksOverdueFirstAndCountsTheLoad() {
    Task later = due(start(SPECIALIST), Duration.ofHours(5));
    Task without = start(SECOND);
    Task late = due(start(SPECIALIST), Duration.ofHours(-1));
    Task later2 = due(start(SECOND), Duration.ofHours(-3));
    Task foreign = start(OUTSIDER);
    Task own = start(SUPERVISOR);

    JsonNode view = team(SUPERVISOR, "");

    assertThat(ids(view, later, without, late, later2, foreign, own)).containsExactly(later2.getId(), late.getId(), later.getId(), without.getId());
    JsonNode row = row(view, late);
    assertThat(row.path("phase").asText()).isEqualTo("overdue");
    assertThat(row.path("caseNumber").asText()).startsWith("FET-");
    assertThat(row.path("step").asText()).isEqualTo("Record 登記");
    assertThat(row.path("holder").asText()).isEqualTo(SPECIALIST);
    assertThat(view.path("members").findValuesAsText("id")).contains(SPECIALIST, SECOND).doesNotContain(SUPERVISOR, OUTSIDER, MANAGER);
    assertThat(member(view, SPECIALIST).path("open").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(member(view, SPECIALIST).path("overdue").asInt()).isGreaterThanOrEqualTo(1);
    assertThat(ids(team(SUPERVISOR, "?person=" + SECOND), later, without, late, later2)).containsExactly(later2.getId(), without.getId());
    assertThat(ids(team(MANAGER, ""), late, own, foreign)).as("everybody below").containsExactlyInAnyOrder(late.getId(), own.getId(), foreign.getId());
  }

  @Test
  void whatWaitsForTheTeamIsInTheQueueToo() {
    Task review = recorded(SPECIALIST);

    assertThat(ids(team(MANAGER, "?waiting=true"), review)).containsExactly(review.getId());
    assertThat(row(team(MANAGER, "?waiting=true"), review).path("holderName").asText()).isEqualTo("Customer-survey supervisor 客戶調查主管");
    assertThat(ids(team(SUPERVISOR, ""), review)).as("of the own post, not of the team").isEmpty();
  }

  @Test
  void severalTasksAreReassignedAtOnceWithAReason() {
    Task one = start(SPECIALIST);
    Task other = start(SPECIALIST);

    JsonNode outcome = reassign(SUPERVISOR, List.of(one, other), SECOND, "Too much at once 工作量過大").getBody();

    assertThat(outcome.path("done").asInt()).isEqualTo(2);
    assertThat(List.of(one, other)).allSatisfy(task -> {
      assertThat(now(task).getAssignee()).isEqualTo(SECOND);
      assertThat(tasks.getTaskComments(task.getId())).singleElement().satisfies(comment -> {
        assertThat(comment.getFullMessage()).contains("Reassigned to 改派", "Too much at once 工作量過大");
        assertThat(comment.getUserId()).isEqualTo(SUPERVISOR);
      });
      assertThat(jdbc.sql("select actor from audit_entries where action = 'reassign' and kind = 'OPERATION' and subject_id = ?").param(task.getId()).query(String.class).list()).containsExactly(SUPERVISOR);
    });
    assertThat(jdbc.sql("select count(*) from notification_messages where template = 'task-assigned' and recipient_id = ?").param(SECOND).query(Integer.class).single()).isEqualTo(2);
    assertThat(reassign(SUPERVISOR, List.of(one), SUPERVISOR, "I do it myself").getBody().path("done").asInt()).isEqualTo(1);
  }

  @Test
  void whatCannotBeReassignedIsToldAndStopsNothing() {
    Task fine = start(SPECIALIST);
    Task foreign = start(OUTSIDER);
    Task done = start(SPECIALIST);
    record(done);
    Task barred = recorded(SUPERVISOR);

    JsonNode outcome = reassign(SUPERVISOR, List.of(fine, foreign, done), SECOND, "Help 協助").getBody();
    assertThat(outcome.path("done").asInt()).isEqualTo(1);
    assertThat(outcome.path("refused")).hasSize(2);
    assertThat(outcome.path("refused").get(0).toString()).contains("not your team's").doesNotContain("FET-");
    assertThat(outcome.path("refused").get(1).path("why").asText()).contains("It is done");
    assertThat(now(foreign).getAssignee()).isEqualTo(OUTSIDER);

    JsonNode fourEyes = reassign(MANAGER, List.of(barred), SUPERVISOR, "Do it").getBody();
    assertThat(fourEyes.path("refused").get(0).path("why").asText()).contains(SUPERVISOR + " did \"Record 登記\" in this case", "職責分離");
    assertThat(now(barred).getAssignee()).isNull();
    assertThat(jdbc.sql("select actor from audit_entries where action = 'reassign' and kind = 'REFUSAL' and subject_id = ?").param(barred.getId()).query(String.class).list()).containsExactly(MANAGER);
    assertThat(reassign(MANAGER, List.of(barred), OUTSIDER, "Do it").getBody().path("refused").get(0).path("why").asText()).contains("does not work in this procedure");
    assertThat(reassign(MANAGER, List.of(barred), COLLEAGUE, "Do it").getBody().path("done").asInt()).isEqualTo(1);
  }

  @Test
  void priorityIsSetForSeveralWithAReason() {
    Task one = start(SPECIALIST);
    Task other = start(SECOND);

    assertThat(post(SUPERVISOR, "/api/team/priority", body(List.of(one, other), "priority", 100, "The customer waits 客戶等待")).getBody().path("done").asInt()).isEqualTo(2);

    assertThat(List.of(one, other)).allSatisfy(task -> {
      assertThat(now(task).getPriority()).isEqualTo(100);
      assertThat(tasks.getTaskComments(task.getId())).extracting(Comment::getFullMessage).containsExactly("Priority 優先級: Urgent 緊急: The customer waits 客戶等待");
    });
  }

  @Test
  void absentOnesAreShownAndTheirDeputyGetsWhatIsGiven() {
    Task task = start(SPECIALIST);
    LocalDate today = LocalDate.now(clock);
    JsonNode absence = post(SECOND, "/api/absences", Map.of("person", SECOND, "deputy", SPECIALIST, "from", today.toString(), "until", today.plusDays(2).toString())).getBody();
    try {
      assertThat(member(team(SUPERVISOR, ""), SECOND).path("absent").asText()).contains("absent 缺勤", today.plusDays(2).toString());
      reassign(SUPERVISOR, List.of(task), SECOND, "For later");
      assertThat(now(task)).extracting(Task::getAssignee, Task::getOwner).containsExactly(SPECIALIST, SECOND);
      assertThat(row(team(SUPERVISOR, ""), task).path("onBehalfOf").asText()).isNotBlank();
    } finally {
      post(SECOND, "/api/absences/" + absence.path("id").asLong() + "/end", Map.of());
      jdbc.sql("delete from absences").update();
    }
  }

  @Test
  void faultsNameTheField() {
    Task task = start(SPECIALIST);
    assertThat(errors(post(SUPERVISOR, "/api/team/assignment", Map.of()))).containsExactlyInAnyOrder("taskIds", "reason", "assignee");
    assertThat(errors(reassign(SUPERVISOR, List.of(task), OUTSIDER, "Why not"))).containsExactly("assignee");
    assertThat(errors(reassign(SUPERVISOR, List.of(task), SECOND, " "))).containsExactly("reason");
    assertThat(errors(post(SUPERVISOR, "/api/team/priority", body(List.of(task), "priority", 7, "Because")))).containsExactly("priority");
    assertThat(now(task).getAssignee()).isEqualTo(SPECIALIST);
  }

  private static List<String> errors(ResponseEntity<JsonNode> answer) {
    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    return answer.getBody().path("errors").findValuesAsText("field");
  }

  private ResponseEntity<JsonNode> reassign(String user, List<Task> chosen, String assignee, String reason) {
    return post(user, "/api/team/assignment", body(chosen, "assignee", assignee, reason));
  }

  private static Map<String, Object> body(List<Task> chosen, String what, Object value, String reason) {
    return new HashMap<>(Map.of("taskIds", chosen.stream().map(Task::getId).toList(), what, value, "reason", reason));
  }

  private ResponseEntity<JsonNode> post(String user, String path, Map<String, ?> body) {
    return http.withBasicAuth(user, password).postForEntity(path, body, JsonNode.class);
  }

  /** The queue with all its pages. */
  private JsonNode team(String user, String query) {
    ObjectNode all = (ObjectNode) page(user, query, 0);
    for (int page = 1; all.path("more").asBoolean(); page++) {
      JsonNode next = page(user, query, page);
      ((ArrayNode) all.path("tasks")).addAll((ArrayNode) next.path("tasks"));
      all.set("more", next.path("more"));
    }
    return all;
  }

  private JsonNode page(String user, String query, int page) {
    return http.withBasicAuth(user, password).getForObject("/api/team" + (query.isEmpty() ? "?" : query + "&") + "page=" + page, JsonNode.class);
  }

  /** Those of these tasks that are in the queue, in its order: other tests leave their own. */
  private static List<String> ids(JsonNode view, Task... of) {
    List<String> wanted = Arrays.stream(of).map(Task::getId).toList();
    return view.path("tasks").findValuesAsText("taskId").stream().filter(wanted::contains).toList();
  }

  private static JsonNode row(JsonNode view, Task task) {
    for (JsonNode row : view.path("tasks")) {
      if (row.path("taskId").asText().equals(task.getId())) {
        return row;
      }
    }
    throw new AssertionError("not in the queue: " + task.getId());
  }

  private static JsonNode member(JsonNode view, String person) {
    for (JsonNode member : view.path("members")) {
      if (member.path("id").asText().equals(person)) {
        return member;
      }
    }
    throw new AssertionError("not in the team: " + person);
  }

  private Task start(String starter) {
    String id = engine.getRuntimeService().startProcessInstanceByKey("four-eyes-trial", Variables.putValue("starter", starter).putValue("holder", null).putValue("accused", "somebody")).getId();
    return tasks.createTaskQuery().processInstanceId(id).singleResult();
  }

  private Task recorded(String starter) {
    Task record = start(starter);
    record(record);
    return tasks.createTaskQuery().processInstanceId(record.getProcessInstanceId()).singleResult();
  }

  private void record(Task task) {
    persons.as(task.getAssignee(), () -> {
      engine.getFormService().submitTaskForm(task.getId(), persons.form("record", Map.of("subject", "Broken cup", "amount", "12.50", "way", "phone")));
      return null;
    });
  }

  private Task due(Task task, Duration from) {
    task.setDueDate(Date.from(clock.instant().plus(from)));
    tasks.saveTask(task);
    return task;
  }

  private Task now(Task task) {
    return tasks.createTaskQuery().taskId(task.getId()).singleResult();
  }
}
