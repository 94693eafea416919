package dev.kefu.governance.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

/** The called process approval below a small caller: a draft that is asked for approval, drafted again after a return, and may be withdrawn. */
@KefuIT
class ApprovalProcessTest {

  private static final String DRAFTER = "survey-specialist";
  private static final String APPROVER = "survey-supervisor";
  private static final String SECOND_APPROVER = "survey-supervisor-2";
  private static final String MANAGER = "customer-service-manager";
  private static final String GENERAL_MANAGER = "general-manager";
  private static final String FACTS = "Budget 預算: 1,200.00 元";
  private static final Map<String, String> APPROVE = Map.of("decision", "approve");

  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;
  private Persons persons;
  private String deployment;
  private ProcessInstance started;

  @BeforeEach
  void prepare(@Autowired ProcessEngine engine) {
    BpmnAwareTests.init(engine);
    persons = new Persons(engine);
    deployment = engine.getRepositoryService().createDeployment().name("approval trial").addClasspathResource("governance/approval-trial.bpmn").deploy().getId();
  }

  @AfterEach
  void remove(@Autowired ProcessEngine engine) {
    // Not its history: the coverage of the called process is measured at the end.
    engine.getRuntimeService().createProcessInstanceQuery().deploymentId(deployment).list()
        .forEach(open -> engine.getRuntimeService().deleteProcessInstance(open.getId(), "test over"));
    engine.getRepositoryService().deleteDeployment(deployment);
  }

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("approval");
  }

  @Test
  void approverSeesTheFactsAndApproves() {
    String number = drafted(DRAFTER, APPROVER);
    assertThat(approvers(number)).containsExactly(APPROVER);
    String form = http.withBasicAuth(APPROVER, password).getForObject("/engine-rest/task/{task}/form-variables?deserializeValues=false", String.class, decide(number).getId());
    assertThat(form).contains(FACTS, DRAFTER, number);

    decide(APPROVER, number, APPROVE);

    assertEnded("endEvent_approved");
    assertThat(known("reason")).isEqualTo("");
    assertThat(known("returns")).isEqualTo(0);
  }

  @Test
  void returnGoesToTheDrafterWithItsReason() {
    String number = drafted(DRAFTER, APPROVER);

    decide(APPROVER, number, returned("Add the costs 請補充費用"));

    assertThat(persons.taskSeenBy(DRAFTER, number, "userTask_draft").getAssignee()).isEqualTo(DRAFTER);
    assertThat(known("reason")).isEqualTo("Add the costs 請補充費用");
    assertThat(known("returns")).isEqualTo(1);
  }

  @Test
  void rejectionEndsTheCaseWithItsReason() {
    String number = drafted(DRAFTER, APPROVER);

    decide(APPROVER, number, Map.of("decision", "reject", "reason", "No budget left 無預算"));

    assertEnded("endEvent_rejected");
    assertThat(known("reason")).isEqualTo("No budget left 無預算");
    assertThat(known("returns")).isEqualTo(0);
  }

  @Test
  void returnAndRejectionNeedAReasonOfFiveToAThousandCharacters() {
    String number = drafted(DRAFTER, APPROVER);

    for (String decision : List.of("return", "reject")) {
      for (String reason : List.of("", "abcd", "x".repeat(1001))) {
        assertThatThrownBy(() -> decide(APPROVER, number, Map.of("decision", decision, "reason", reason)))
            .isInstanceOf(FormFieldValidationException.class).hasMessageContaining("Reason 原因");
      }
      assertThatThrownBy(() -> decide(APPROVER, number, Map.of("decision", decision))).isInstanceOf(FormFieldValidationException.class);
    }
    assertThatThrownBy(() -> decide(APPROVER, number, Map.of("decision", "wave"))).isInstanceOf(FormFieldValidationException.class);

    decide(APPROVER, number, returned("abcde"));
    assertThat(known("returns")).isEqualTo(1);
  }

  @Test
  void thirdReturnGoesToTheSuperiorWhoApproves() {
    String number = drafted(DRAFTER, APPROVER);
    returnAndDraftAgain(APPROVER, number, "First return 第一次");
    returnAndDraftAgain(APPROVER, number, "Second return 第二次");

    decide(APPROVER, number, returned("Third return 第三次"));

    assertThat(approvers(number)).containsExactly(MANAGER);
    assertThatThrownBy(() -> decide(APPROVER, number, APPROVE)).isInstanceOf(AssertionError.class);
    String form = http.withBasicAuth(MANAGER, password).getForObject("/engine-rest/task/{task}/form-variables?deserializeValues=false", String.class, decide(number).getId());
    assertThat(form).contains("Third return 第三次", FACTS).doesNotContain("\"approval\"");
    decide(MANAGER, number, APPROVE);

    assertEnded("endEvent_approved");
    assertThat(known("reason")).isEqualTo("");
    assertThat(known("returns")).isEqualTo(3);
  }

  @Test
  void superiorsReturnGoesOnUpToTheGeneralManagerWhoReturnsToTheDrafter() {
    String number = drafted(DRAFTER, APPROVER);
    returnAndDraftAgain(APPROVER, number, "First return 第一次");
    returnAndDraftAgain(APPROVER, number, "Second return 第二次");
    decide(APPROVER, number, returned("Third return 第三次"));
    assertThat(deadline(MANAGER, number)).isEqualTo("2wd");

    decide(MANAGER, number, returned("Fourth return 第四次"));
    assertThat(approvers(number)).containsExactly(GENERAL_MANAGER);
    assertThat(deadline(GENERAL_MANAGER, number)).isEqualTo("3wd");
    decide(GENERAL_MANAGER, number, returned("Fifth return 第五次"));

    assertThat(persons.taskSeenBy(DRAFTER, number, "userTask_draft")).isNotNull();
    assertThat(known("returns")).isEqualTo(5);
    assertThat(known("reason")).isEqualTo("Fifth return 第五次");
  }

  @Test
  void generalManagersFourthReturnStillGoesToTheDrafter() {
    String number = drafted(DRAFTER, GENERAL_MANAGER);
    for (String which : List.of("First", "Second", "Third", "Fourth")) {
      returnAndDraftAgain(GENERAL_MANAGER, number, which + " return");
    }

    assertThat(known("returns")).isEqualTo(4);
    assertThat(approvers(number)).containsExactly(GENERAL_MANAGER);
  }

  @Test
  void nobodyApprovesWhatHeDrafted() {
    String number = drafted(APPROVER, APPROVER);

    assertThatThrownBy(() -> decide(APPROVER, number, APPROVE)).isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("This case names you as its drafter 編制人").hasMessageContaining("Let a colleague or a superior do it");
    decide(SECOND_APPROVER, number, APPROVE);

    assertEnded("endEvent_approved");
  }

  @Test
  void whoDidTheDraftingStepForTheDrafterIsBarredToo() {
    String number = start(DRAFTER, APPROVER);
    taskService.setAssignee(persons.taskSeenBy(DRAFTER, number, "userTask_draft").getId(), APPROVER);
    draft(APPROVER, number);

    assertThatThrownBy(() -> decide(APPROVER, number, APPROVE)).isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("You did \"Draft 編制\" in this case");
    decide(SECOND_APPROVER, number, APPROVE);
    assertEnded("endEvent_approved");
  }

  @Test
  void superiorWhoDraftedIsBarredAfterTheThirdReturn() {
    String number = drafted(MANAGER, APPROVER);
    returnAndDraftAgain(APPROVER, number, "First return 第一次");
    returnAndDraftAgain(APPROVER, number, "Second return 第二次");
    decide(APPROVER, number, returned("Third return 第三次"));

    assertThatThrownBy(() -> decide(MANAGER, number, APPROVE)).isInstanceOf(AuthorizationException.class);
    decide(MANAGER + "-2", number, APPROVE);
    assertEnded("endEvent_approved");
  }

  @Test
  void approvalHasADeadlineByRole() {
    String number = drafted(DRAFTER, APPROVER);
    assertThat(deadline(APPROVER, number)).isEqualTo("2wd");
    assertThat(decide(number).getDueDate()).isAfter(decide(number).getCreateTime());

    assertThat(deadline(GENERAL_MANAGER, drafted(DRAFTER, GENERAL_MANAGER))).isEqualTo("3wd");
  }

  @Test
  void withdrawalOfTheCallerCancelsTheOpenApproval() {
    String number = drafted(DRAFTER, APPROVER);
    Task open = decide(number);

    assertThat(http.withBasicAuth(DRAFTER, password).postForEntity("/api/cases/{number}/events/withdraw", Map.of(), String.class, number).getStatusCode())
        .isEqualTo(HttpStatus.NO_CONTENT);

    assertEnded("endEvent_withdrawn");
    assertThat(taskService.createTaskQuery().processInstanceBusinessKey(number).count()).isZero();
    assertThat(historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).unfinished().count()).isZero();
    assertThat(historyService.createHistoricTaskInstanceQuery().taskId(open.getId()).singleResult().getDeleteReason()).isNotEqualTo("completed");
  }

  private String start(String drafter, String approverRole) {
    started = runtimeService.startProcessInstanceByKey("approval-trial", Variables.putValue("starter", drafter).putValue("drafter", drafter)
        .putValue("approverRole", approverRole).putValue("facts", FACTS).putValue("returns", 0));
    return runtimeService.createProcessInstanceQuery().processInstanceId(started.getId()).singleResult().getBusinessKey();
  }

  private String drafted(String drafter, String approverRole) {
    String number = start(drafter, approverRole);
    draft(drafter, number);
    return number;
  }

  private void draft(String user, String number) {
    persons.as(user, () -> {
      taskService.complete(taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey("userTask_draft").singleResult().getId());
      return null;
    });
  }

  private void returnAndDraftAgain(String approver, String number, String reason) {
    decide(approver, number, returned(reason));
    draft(taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey("userTask_draft").singleResult().getAssignee(), number);
  }

  private static Map<String, String> returned(String reason) {
    return Map.of("decision", "return", "reason", reason);
  }

  private void decide(String user, String number, Map<String, String> decision) {
    persons.submit(user, number, "userTask_decide", "approval", new HashMap<>(decision));
  }

  private Task decide(String number) {
    return taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey("userTask_decide").singleResult();
  }

  private List<String> approvers(String number) {
    return taskService.getIdentityLinksForTask(decide(number).getId()).stream().map(IdentityLink::getGroupId).toList();
  }

  /** The deadline of the open decision as the person reads it. */
  private String deadline(String user, String number) {
    JsonNode clocks = http.withBasicAuth(user, password).getForObject("/api/cases/{number}/deadlines", JsonNode.class, number);
    return StreamSupport.stream(clocks.spliterator(), false).filter(clock -> clock.path("taskId").asText().equals(decide(number).getId()))
        .map(clock -> clock.path("deadline").asText()).findFirst().orElse("none");
  }

  /** What the caller knows, also when it has ended. */
  private Object known(String variable) {
    return historyService.createHistoricVariableInstanceQuery().processInstanceId(started.getId()).variableName(variable).list().stream()
        .map(HistoricVariableInstance::getValue).findFirst().orElse(null);
  }

  private void assertEnded(String endEvent) {
    BpmnAwareTests.assertThat(started).isEnded().hasPassed(endEvent);
  }
}
