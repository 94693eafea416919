package dev.kefu.engine.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.KefuIT;
import dev.kefu.Persons;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The step "send a message", from a case of a person who has no right in the processes that receive it. */
@KefuIT
class SendMessageIT {

  private static final String RECEIVED = "survey.trialReceived";
  private static final String UNHEARD = "survey.trialUnheard";
  private static final String SPECIALIST = "relationship-specialist";

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private JdbcClient jdbc;
  private String deploymentId;

  @BeforeEach
  void deploy() {
    deploymentId = engine.getRepositoryService().createDeployment().name("message trial").addClasspathResource("events/message-trial.bpmn").deploy().getId();
  }

  @AfterEach
  void remove() {
    engine.getRepositoryService().deleteDeployment(deploymentId, true);
  }

  @Test
  void everyoneWhoWaitsAndEveryProcessThatStartsWithItGetsTheMessageWithItsFacts() {
    List<String> waiters = List.of(waiter(false), waiter(false));
    ProcessInstance sender = sender(RECEIVED, UNHEARD, UNHEARD);

    work(sender);

    assertThat(waiters).allSatisfy(waiter -> {
      assertThat(task(waiter).getTaskDefinitionKey()).isEqualTo("userTask_read");
      assertThat(runtimeService.getVariables(waiter)).containsEntry("customerCode", "C000001").containsEntry("amount", 12).doesNotContainKeys("secret", "notKnown");
    });
    ProcessInstance started = runtimeService.createProcessInstanceQuery().processDefinitionKey("message-trial-starter").singleResult();
    assertThat(task(started.getId()).getTaskDefinitionKey()).isEqualTo("userTask_started");
    assertThat(runtimeService.getVariables(started.getId())).containsOnly(Map.entry("customerCode", "C000001"), Map.entry("amount", 12), Map.entry("starter", SPECIALIST));
    assertThat(receivers(sender, "sendTask_tell")).isEqualTo(3);
    assertThat(audited(sender, RECEIVED)).containsExactly("send");
  }

  @Test
  void whatNobodyWaitsForIsNotedAndTheCaseGoesOn() {
    ProcessInstance sender = sender(UNHEARD, UNHEARD, UNHEARD);

    work(sender);

    assertThat(historyService.createHistoricActivityInstanceQuery().processInstanceId(sender.getId()).activityId("endEvent_told").finished().count()).isOne();
    assertThat(List.of("sendTask_tell", "event_tell", "endEvent_told")).allSatisfy(step -> assertThat(receivers(sender, step)).isZero());
    assertThat(audited(sender, UNHEARD)).containsExactly("sendToNobody", "sendToNobody", "sendToNobody");
  }

  @Test
  void eventsSendTooAndEachMessageOnce() {
    String waiter = waiter(false);
    ProcessInstance sender = sender(UNHEARD, RECEIVED, RECEIVED);

    work(sender);

    assertThat(task(waiter).getTaskDefinitionKey()).isEqualTo("userTask_read");
    assertThat(receivers(sender, "event_tell")).isEqualTo(2);
    assertThat(receivers(sender, "endEvent_told")).isEqualTo(1);
    assertThat(runtimeService.createProcessInstanceQuery().processDefinitionKey("message-trial-starter").count()).isEqualTo(2);
  }

  @Test
  void aReceiverThatFailsLeavesSenderAndReceiversAsTheyWere() {
    String whole = waiter(false);
    String broken = waiter(true);
    ProcessInstance sender = sender(RECEIVED, UNHEARD, UNHEARD);

    assertThatThrownBy(() -> work(sender)).hasMessageContaining("nobodySetsThis");

    assertThat(task(sender.getId()).getTaskDefinitionKey()).isEqualTo("userTask_work");
    assertThat(List.of(whole, broken)).allSatisfy(waiter -> assertThat(runtimeService.getActiveActivityIds(waiter)).containsExactly("event_received"));
    assertThat(audited(sender, RECEIVED)).isEmpty();
  }

  private ProcessInstance sender(String taskMessage, String eventMessage, String endMessage) {
    return runtimeService.startProcessInstanceByKey("message-trial-sender",
        Map.of("taskMessage", taskMessage, "eventMessage", eventMessage, "endMessage", endMessage, "customerCode", "C000001", "amount", 12, "secret", "x"));
  }

  private String waiter(boolean broken) {
    return runtimeService.startProcessInstanceByKey("message-trial-waiter", Map.of("broken", broken)).getId();
  }

  private void work(ProcessInstance sender) {
    String task = task(sender.getId()).getId();
    new Persons(engine).as(SPECIALIST, () -> {
      taskService.complete(task);
      return null;
    });
  }

  private Task task(String processInstanceId) {
    return taskService.createTaskQuery().processInstanceId(processInstanceId).singleResult();
  }

  private int receivers(ProcessInstance sender, String step) {
    HistoricActivityInstance activity = historyService.createHistoricActivityInstanceQuery().processInstanceId(sender.getId()).activityId(step).singleResult();
    return (int) historyService.createHistoricVariableInstanceQuery().activityInstanceIdIn(activity.getId()).variableName("receivers").singleResult().getValue();
  }

  private List<String> audited(ProcessInstance sender, String message) {
    return jdbc.sql("select action from audit_entries where subject_type = 'message' and subject_id = ? and case_number = ?")
        .params(message, sender.getBusinessKey()).query(String.class).list();
  }
}
