package dev.kefu.engine.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A task is seen and worked by those it names, and by nobody else, on every way that the engine has. */
@KefuIT
class TaskRightsIT {

  private static final String PROCESS = "task-rights-trial";
  private static final String AGENT = "call-center-agent";
  private static final String SPECIALIST = "relationship-specialist";
  /** A colleague of the agent's, in the same group. */
  private static final String COLLEAGUE = "call-center-agent-2";
  private static final String STRANGER = "survey-specialist";

  @Autowired
  private ProcessEngine engine;
  @Autowired
  private TaskService tasks;
  @Autowired
  private AuthorizationService authorizations;
  @Autowired
  private TestRestTemplate http;
  @Value("${kefu.demo.password}")
  private String password;

  /** Offered to the agents and to the specialists. */
  private String shared;
  /** Given to the specialist alone. */
  private String specialists;

  @BeforeEach
  void twoTasks() {
    engine.getRepositoryService().createDeployment().name(PROCESS).addModelInstance(PROCESS + ".bpmn", Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLiveString("P1D")
        .startEvent().userTask("step").endEvent().done()).deploy();
    shared = newTask();
    tasks.addCandidateGroup(shared, AGENT);
    tasks.addCandidateGroup(shared, SPECIALIST);
    specialists = newTask();
    tasks.setAssignee(specialists, SPECIALIST);
  }

  @AfterEach
  void tidy() {
    engine.getRepositoryService().createDeploymentQuery().deploymentName(PROCESS).list().forEach(found -> engine.getRepositoryService().deleteDeployment(found.getId(), true));
    authorizations.createAuthorizationQuery().resourceType(Resources.PROCESS_DEFINITION).resourceId(PROCESS).list().forEach(right -> authorizations.deleteAuthorization(right.getId()));
  }

  @Test
  void taskStoresNoRights() {
    tasks.setAssignee(shared, AGENT);
    tasks.setOwner(shared, COLLEAGUE);
    tasks.addCandidateUser(shared, STRANGER);

    assertThat(authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(shared).count()).isZero();
  }

  @ParameterizedTest
  @CsvSource({AGENT + ",1", COLLEAGUE + ",1", SPECIALIST + ",2", STRANGER + ",0"})
  void whoAsksForEverythingFindsTheOwn(String person, int found) {
    assertThat(seen(person, query -> query)).hasSize(found);
  }

  @Test
  void whoAsksForOthersTasksFindsNoneOfThem() {
    assertThat(seen(AGENT, query -> query.taskAssignee(SPECIALIST))).isEmpty();
    assertThat(seen(STRANGER, query -> query.taskCandidateGroup(AGENT))).isEmpty();
    assertThat(seen(STRANGER, query -> query.taskCandidateUser(AGENT))).isEmpty();
    assertThat(seen(STRANGER, query -> query.or().taskAssignee(STRANGER).taskCandidateGroup(AGENT).endOr())).isEmpty();
    assertThat(seen(STRANGER, query -> query.or().taskAssignee(STRANGER).taskPriority(50).endOr())).isEmpty();
    assertThat(seen(STRANGER, query -> query.or().taskCandidateUser(STRANGER).taskAssigneeIn(SPECIALIST).endOr())).isEmpty();
    assertThat(seen(STRANGER, query -> query.taskId(shared))).isEmpty();
  }

  @Test
  void groupThatIsAskedForNeedNotBeTheOneThatGivesTheRight() {
    assertThat(seen(AGENT, query -> query.taskCandidateGroup(SPECIALIST))).containsExactly(shared);
    assertThat(seen(AGENT, query -> query.taskCandidateGroupIn(List.of(SPECIALIST, STRANGER)).includeAssignedTasks())).containsExactly(shared);
  }

  @Test
  void taskThatAColleagueHasClaimedStaysVisibleToTheGroup() {
    tasks.claim(shared, COLLEAGUE);

    assertThat(seen(AGENT, query -> query)).containsExactly(shared);
    assertThat(seen(AGENT, query -> query.taskCandidateGroup(AGENT))).isEmpty();
    assertThat(seen(AGENT, query -> query.taskCandidateGroup(AGENT).includeAssignedTasks())).containsExactly(shared);
  }

  @Test
  void whoIsNoLongerNamedSeesNothing() {
    tasks.setAssignee(shared, STRANGER);
    assertThat(seen(STRANGER, query -> query)).containsExactly(shared);

    tasks.setAssignee(shared, null);
    tasks.deleteCandidateGroup(shared, AGENT);

    assertThat(seen(STRANGER, query -> query)).isEmpty();
    assertThat(seen(AGENT, query -> query)).isEmpty();
    assertThat(status(AGENT, shared, "")).isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void whoGaveATaskAwayAndAnswersForItSeesIt() {
    tasks.setOwner(specialists, STRANGER);

    assertThat(seen(STRANGER, query -> query)).containsExactly(specialists);
    assertThat(seen(STRANGER, query -> query.taskOwner(STRANGER))).containsExactly(specialists);
  }

  @Test
  void whoMayReadAllTasksOfAProcessSeesThem() {
    Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    right.setUserId(STRANGER);
    right.setResource(Resources.PROCESS_DEFINITION);
    right.setResourceId(PROCESS);
    right.addPermission(ProcessDefinitionPermissions.READ_TASK);
    authorizations.saveAuthorization(right);

    assertThat(seen(STRANGER, query -> query)).containsExactlyInAnyOrder(shared, specialists);
    assertThat(seen("admin", query -> query)).containsExactlyInAnyOrder(shared, specialists);
  }

  @Test
  void restCountsWhatItLists() {
    for (String person : List.of(AGENT, COLLEAGUE, SPECIALIST, STRANGER)) {
      String narrowed = "?maxResults=50&processDefinitionKey=" + PROCESS;
      int listed = get(person, "/task" + narrowed).getBody().size();
      assertThat(get(person, "/task/count" + narrowed).getBody().get("count").intValue()).as(person).isEqualTo(listed).isEqualTo(seen(person, query -> query).size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/form", "/form-variables", "/variables", "/comment", "/identity-links"})
  void everyWayToOneTaskAsksForTheSameRight(String way) {
    assertThat(status(AGENT, shared, way).is2xxSuccessful()).isTrue();
    assertThat(status(STRANGER, shared, way).is2xxSuccessful() && !way.equals("/comment")).isFalse();
    assertThat(status(AGENT, specialists, way).is2xxSuccessful() && !way.equals("/comment")).isFalse();
  }

  @Test
  void onlyThoseItNamesClaimAndComplete() {
    refused(STRANGER, "claim", () -> tasks.claim(shared, STRANGER));
    refused(STRANGER, "complete", () -> tasks.complete(shared));
    refused(AGENT, "complete", () -> tasks.complete(specialists));

    as(AGENT, () -> tasks.claim(shared, AGENT));
    as(AGENT, () -> tasks.complete(shared));

    assertThat(tasks.createTaskQuery().taskId(shared).count()).isZero();
  }

  @Test
  void mayAskWhetherSomebodyElseHasARight() {
    assertThat(authorizations.isUserAuthorized(AGENT, List.of(AGENT), TaskPermissions.READ, Resources.TASK, shared)).isTrue();
    assertThat(authorizations.isUserAuthorized(STRANGER, List.of(STRANGER), TaskPermissions.READ, Resources.TASK, shared)).isFalse();
    assertThat(authorizations.isUserAuthorized(AGENT, List.of(AGENT), TaskPermissions.TASK_ASSIGN, Resources.TASK, shared)).isFalse();
  }

  @Test
  void rightThatTakesAnotherAwayIsRefused() {
    ResponseEntity<JsonNode> answer = http.withBasicAuth("admin", password).postForEntity("/engine-rest/authorization/create",
        Map.of("type", Authorization.AUTH_TYPE_REVOKE, "permissions", List.of(Permissions.READ.getName()), "userId", STRANGER, "resourceType", Resources.PROCESS_DEFINITION.resourceType(),
            "resourceId", PROCESS), JsonNode.class);

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(answer.getBody().get("message").asText()).contains("delete the authorization");
    assertThat(authorizations.createAuthorizationQuery().resourceId(PROCESS).count()).isZero();
    assertThat(engine.getProcessEngineConfiguration().getAuthorizationCheckRevokes()).as("whether the engine looks for such rights").isEqualTo(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
  }

  private String newTask() {
    return tasks.createTaskQuery().processInstanceId(engine.getRuntimeService().startProcessInstanceByKey(PROCESS).getId()).singleResult().getId();
  }

  private List<String> seen(String person, UnaryOperator<TaskQuery> asked) {
    return new Persons(engine).as(person, () -> {
      List<String> found = asked.apply(tasks.createTaskQuery().processDefinitionKey(PROCESS)).listPage(0, 50).stream().map(Task::getId).toList();
      assertThat(asked.apply(tasks.createTaskQuery().processDefinitionKey(PROCESS)).count()).isEqualTo(found.size());
      assertThat(asked.apply(tasks.createTaskQuery().processDefinitionKey(PROCESS)).orderByTaskCreateTime().desc().listPage(0, 15)).hasSameSizeAs(found);
      return found;
    });
  }

  private void refused(String person, String what, Runnable act) {
    assertThatThrownBy(() -> as(person, act)).as("%s as %s", what, person).isInstanceOf(AuthorizationException.class);
  }

  private void as(String person, Runnable act) {
    new Persons(engine).as(person, () -> {
      act.run();
      return null;
    });
  }

  private HttpStatus status(String person, String task, String way) {
    return HttpStatus.valueOf(get(person, "/task/" + task + way).getStatusCode().value());
  }

  private ResponseEntity<JsonNode> get(String person, String path) {
    return http.withBasicAuth(person, password).getForEntity("/engine-rest" + path, JsonNode.class);
  }
}
