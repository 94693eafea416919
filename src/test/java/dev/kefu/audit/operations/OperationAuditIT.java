package dev.kefu.audit.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kefu.KefuIT;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What persons do through the engine is in the audit trail: one entry per operation, with the person and the case number. */
@KefuIT
class OperationAuditIT {

  private static final String PROCESS = "audited-operations";
  /** The second one may do what the gate refuses to everybody else. */
  private static final List<String> GROUPS = List.of("somebody", "case-repair");

  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired ProcessEngineConfiguration engine;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired IdentityService identity;
  @Autowired FilterService filters;
  @Autowired AuthorizationService authorizations;
  @Autowired ManagementService management;
  @Autowired HistoryService history;

  private final String person = "auditor-" + UUID.randomUUID();
  private String caseNumber;
  private String deploymentId;
  private String processInstanceId;

  @BeforeEach
  void startsACase() {
    deploymentId = repository.createDeployment().name(PROCESS).addModelInstance(PROCESS + ".bpmn", model()).deploy().getId();
    processInstanceId = runtime.startProcessInstanceByKey(PROCESS, Map.of("about", person)).getId();
    caseNumber = numberOf(processInstanceId);
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader("Kefu-Repair-Reason", "Prove%20the%20audit%20trail");
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
  }

  @AfterEach
  void removesTheCase() {
    RequestContextHolder.resetRequestAttributes();
    identity.clearAuthentication();
    if (repository.createDeploymentQuery().deploymentId(deploymentId).count() > 0) {
      repository.deleteDeployment(deploymentId, true);
    }
  }

  @Test
  void workOnATaskLeavesOneEntryPerOperation() {
    String first = task();
    whatIsDone(() -> tasks.setAssignee(first, "somebody-else")).leaves("assign", "task", first);
    whatIsDone(() -> tasks.setAssignee(first, null)).leaves("assign", "task", first);
    whatIsDone(() -> tasks.claim(first, person)).leaves("claim", "task", first);
    whatIsDone(() -> tasks.setPriority(first, 7)).leaves("setPriority", "task", first);
    whatIsDone(() -> tasks.addCandidateGroup(first, "somebody")).leaves("addGroupLink", "identityLink", first);
    whatIsDone(() -> tasks.setVariables(first, Map.of("a", 1, "b", 2))).leaves("setVariable", "variable", first);
    whatIsDone(() -> tasks.createComment(first, null, "長".repeat(5000))).leaves("createComment", "comment", first);
    whatIsDone(() -> forms.submitTaskForm(first, Map.of())).leaves("complete", "task", first);
  }

  @Test
  void completingAnUnclaimedTaskIsAClaimAndACompletion() {
    String first = task();
    whatIsDone(() -> tasks.complete(first))
        .leaves(List.of(tuple("claim", "task", first, caseNumber), tuple("complete", "task", first, caseNumber)));
  }

  @Test
  void twoChangesInOneOperationAreOneEntry() {
    Task changed = tasks.createTaskQuery().processInstanceId(processInstanceId).singleResult();
    changed.setDueDate(new Date());
    changed.setDescription("changed");

    whatIsDone(() -> tasks.saveTask(changed)).leaves("update", "task", changed.getId());
  }

  @Test
  void workOnACaseLeavesOneEntryPerOperation() {
    whatIsDone(() -> runtime.setVariables(processInstanceId, Map.of("a", 1))).leaves("setVariable", "variable", processInstanceId);
    whatIsDone(() -> tasks.createComment(null, processInstanceId, "seen")).leaves("createComment", "comment", processInstanceId);
    whatIsDone(() -> runtime.suspendProcessInstanceById(processInstanceId)).leaves("suspend", "processInstance", processInstanceId);
    whatIsDone(() -> runtime.activateProcessInstanceById(processInstanceId)).leaves("activate", "processInstance", processInstanceId);
    whatIsDone(() -> runtime.createProcessInstanceModification(processInstanceId).startBeforeActivity("waits").execute())
        .leaves("modifyProcessInstance", "processInstance", processInstanceId);
    whatIsDone(() -> runtime.createMessageCorrelation("answered").processInstanceId(processInstanceId).correlate())
        .leaves("correlateMessage", "processInstance", processInstanceId);
    whatIsDone(() -> runtime.deleteProcessInstance(processInstanceId, "opened by mistake")).leaves("delete", "processInstance", processInstanceId);
  }

  @Test
  void anErrorThrownByAPersonIsAnEntry() {
    String first = task();
    whatIsDone(() -> tasks.handleBpmnError(first, "impossible")).leaves("throwBpmnError", "task", first);
  }

  @Test
  void aMessageToSeveralCasesIsAnEntryForEach() {
    String second = runtime.startProcessInstanceByKey(PROCESS, Map.of("about", person)).getId();
    List.of(processInstanceId, second)
        .forEach(id -> tasks.complete(tasks.createTaskQuery().processInstanceId(id).singleResult().getId()));

    whatIsDone(() -> runtime.createMessageCorrelation("answered").processInstanceVariableEquals("about", person).correlateAll())
        .leaves(List.of(tuple("correlateMessage", "processInstance", processInstanceId, caseNumber),
            tuple("correlateMessage", "processInstance", second, numberOf(second))));
  }

  @Test
  void aStartIsAnEntryWithTheCaseNumber() {
    String[] started = new String[1];
    Outcome outcome = whatIsDone(() -> started[0] = runtime.startProcessInstanceByKey(PROCESS).getId());

    outcome.leaves(List.of(tuple("create", "processInstance", started[0], numberOf(started[0]))));
  }

  @Test
  void workOfJobsIsAnEntryWithoutAPerson() {
    tasks.complete(task());
    long before = last();
    runtime.createMessageCorrelation("answered").processInstanceId(processInstanceId).correlate();
    String job = management.createJobQuery().processInstanceId(processInstanceId).singleResult().getId();
    management.executeJob(job);

    assertThat(jdbc.sql("select subject_id from audit_entries where id > ? and case_number = ? and action = 'execute' and actor is null")
        .params(before, caseNumber).query(String.class).list()).containsExactly(job);
  }

  @Test
  void changesOfUsersGroupsFiltersAndRightsAreEntries() {
    String userId = "audited-" + UUID.randomUUID().toString().substring(0, 8);
    User user = identity.newUser(userId);
    user.setPassword("Quite-Long-7-Horse!");
    whatIsDone(() -> identity.saveUser(user)).leavesWithoutCase("create", "user", userId);
    whatIsDone(() -> identity.setUserInfo(userId, "language", "zh")).leavesWithoutCase("update", "user", userId);
    whatIsDone(() -> identity.saveGroup(identity.newGroup(userId + "-g"))).leavesWithoutCase("create", "group", userId + "-g");
    whatIsDone(() -> identity.createMembership(userId, userId + "-g"))
        .leavesWithoutCase("create", "group membership", userId + "/" + userId + "-g");
    whatIsDone(() -> identity.deleteGroup(userId + "-g")).leavesWithoutCase("delete", "group", userId + "-g");
    whatIsDone(() -> identity.deleteUser(userId)).leavesWithoutCase("delete", "user", userId);

    Filter filter = filters.newTaskFilter("audited");
    whatIsDone(() -> filters.saveFilter(filter)).leavesWithoutCase("create", "filter", null);
    whatIsDone(() -> filters.deleteFilter(filter.getId())).leavesWithoutCase("delete", "filter", filter.getId());

    Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    right.setUserId(userId);
    right.setResource(Resources.TASK);
    right.setResourceId("*");
    whatIsDone(() -> authorizations.saveAuthorization(right)).leavesWithoutCase("create", "authorization", "*/" + userId);
    whatIsDone(() -> authorizations.deleteAuthorization(right.getId())).leavesWithoutCase("delete", "authorization", "*/" + userId);
  }

  @Test
  void deploymentsAreEntriesOfTheirOwnKind() {
    whatIsDone(() -> repository.deleteDeployment(deploymentId, true)).leavesWithoutCase("delete", "deployment", deploymentId);

    assertThat(jdbc.sql("select kind from audit_entries where subject_id = ? order by id").param(deploymentId).query(String.class).list())
        .as("deployed, and deleted with its cases, which only those who repair may").containsExactly("DEPLOYMENT", "REPAIR", "DEPLOYMENT");
  }

  @Test
  void anOperationThatIsRolledBackLeavesNothing() {
    long before = last();
    identity.setAuthentication(person, GROUPS);
    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
      tasks.createComment(null, processInstanceId, "never");
      throw new IllegalStateException("rolled back");
    })).hasMessage("rolled back");

    assertThat(since(before)).isEmpty();
  }

  @Test
  void whatTheEngineForgetsIsInItsOwnOperationLogToo() {
    whatIsDone(() -> tasks.createComment(null, processInstanceId, "seen")).leaves("createComment", "comment", processInstanceId);

    assertThat(history.createUserOperationLogQuery().processInstanceId(processInstanceId).operationType("CreateComment").singleResult().getUserId())
        .isEqualTo(person);
  }

  private Outcome whatIsDone(Runnable operation) {
    long before = last();
    identity.setAuthentication(person, GROUPS);
    engine.setAuthorizationEnabled(false);
    try {
      operation.run();
    } finally {
      engine.setAuthorizationEnabled(true);
      identity.clearAuthentication();
    }
    return new Outcome(since(before));
  }

  private long last() {
    return jdbc.sql("select coalesce(max(id), 0) from audit_entries").query(Long.class).single();
  }

  private List<Tuple> since(long before) {
    return jdbc.sql("select action, subject_type, subject_id, case_number from audit_entries where id > ? and actor = ? and kind <> 'REPAIR' order by id")
        .params(before, person).query((row, n) -> tuple(row.getString(1), row.getString(2), row.getString(3), row.getString(4))).list();
  }

  private String task() {
    return tasks.createTaskQuery().processInstanceId(processInstanceId).singleResult().getId();
  }

  private static BpmnModelInstance model() {
    BpmnModelInstance model = Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLiveString("P1D")
        .startEvent().userTask("first").camundaCandidateGroups("somebody")
        .receiveTask("waits").message("answered").camundaAsyncAfter()
        .endEvent()
        .moveToActivity("first").boundaryEvent().error("impossible").endEvent().done();
    CamundaProperty prefix = model.newInstance(CamundaProperty.class);
    prefix.setCamundaName("caseNumberPrefix");
    prefix.setCamundaValue("AUD");
    CamundaProperties properties = model.newInstance(CamundaProperties.class);
    properties.getCamundaProperties().add(prefix);
    model.<Process>getModelElementById(PROCESS).builder().addExtensionElement(properties);
    return model;
  }

  private String numberOf(String instance) {
    return history.createHistoricProcessInstanceQuery().processInstanceId(instance).singleResult().getBusinessKey();
  }

  private class Outcome {

    private final List<Tuple> entries;

    Outcome(List<Tuple> entries) {
      this.entries = entries;
    }

    void leaves(String action, String subjectType, String subjectId) {
      leaves(List.of(tuple(action, subjectType, subjectId, caseNumber)));
    }

    void leaves(List<Tuple> expected) {
      assertThat(entries).containsExactlyInAnyOrderElementsOf(expected);
    }

    void leavesWithoutCase(String action, String subjectType, String subjectId) {
      if (subjectId == null) {
        assertThat(entries).extracting(entry -> entry.toList().subList(0, 2)).containsExactly(List.of(action, subjectType));
      } else {
        assertThat(entries).containsExactly(tuple(action, subjectType, subjectId, null));
      }
    }
  }
}
