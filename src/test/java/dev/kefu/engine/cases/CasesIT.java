package dev.kefu.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.KefuIT;
import dev.kefu.engine.CaseEnded;
import dev.kefu.engine.CaseStarted;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.ModelProperties;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@KefuIT
@RecordApplicationEvents
class CasesIT {

  @Autowired private RepositoryService repositoryService;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private IdentityService identityService;
  @Autowired private TransactionTemplate transaction;
  @Autowired private ApplicationEvents events;
  @Autowired private Clock clock;

  private final String prefix = randomPrefix();
  private final String caller = "cases-it-caller-" + prefix.toLowerCase();
  private final String called = "cases-it-called-" + prefix.toLowerCase();
  private String deploymentId;

  @BeforeEach
  void deploy() {
    BpmnModelInstance callerModel = process(caller, prefix).startEvent().userTask("userTask_first").exclusiveGateway()
        .condition("call", "${call}").callActivity("callActivity_part").calledElement(called).endEvent("endEvent_handled")
        .moveToLastGateway().condition("end", "${!call}").endEvent("endEvent_solved").done();
    BpmnModelInstance calledModel = process(called, null).startEvent().userTask("userTask_part").endEvent("endEvent_partDone").done();
    deploymentId = repositoryService.createDeployment().addModelInstance("caller.bpmn", callerModel)
        .addModelInstance("called.bpmn", calledModel).deploy().getId();
  }

  @AfterEach
  void remove() {
    identityService.clearAuthentication();
    repositoryService.deleteDeployment(deploymentId, true);
  }

  @Test
  void caseIsNumberedInTheOrderOfStarts() {
    assertThat(start().getBusinessKey()).isEqualTo(number(1));
    ProcessInstance second = start();

    assertThat(second.getBusinessKey()).isEqualTo(number(2));
    assertThat(historyService.createHistoricProcessInstanceQuery().processInstanceId(second.getId()).singleResult().getBusinessKey())
        .isEqualTo(number(2));
    assertThat(events.stream(CaseStarted.class).filter(event -> event.processKey().equals(caller)).map(CaseStarted::caseNumber))
        .containsExactly(number(1), number(2));
  }

  @Test
  void calledProcessTakesNumberAndStarterFromItsCaller() {
    String caseId = start().getId();
    runtimeService.setVariable(caseId, CaseVariables.STARTER, "relationship-specialist");

    complete(caseId, true);

    ProcessInstance part = runtimeService.createProcessInstanceQuery().superProcessInstanceId(caseId).singleResult();
    assertThat(part.getBusinessKey()).isEqualTo(number(1));
    assertThat(runtimeService.getVariable(part.getId(), CaseVariables.STARTER)).isEqualTo("relationship-specialist");
    assertThat(events.stream(CaseStarted.class))
        .contains(new CaseStarted(called, part.getId(), number(1), "relationship-specialist"));
  }

  @Test
  void outcomeIsTheEndEventThatWasReached() {
    String solved = start().getId();
    String handled = start().getId();

    complete(solved, false);
    complete(handled, true);
    String part = runtimeService.createProcessInstanceQuery().superProcessInstanceId(handled).singleResult().getId();
    taskService.complete(taskService.createTaskQuery().processInstanceId(part).singleResult().getId());

    assertThat(events.stream(CaseEnded.class)).contains(
        new CaseEnded(caller, solved, number(1), "solved"),
        new CaseEnded(called, part, number(2), "partDone"),
        new CaseEnded(caller, handled, number(2), "handled"));
  }

  @Test
  void deletedCaseEndsAsCancelledWithItsParts() {
    String caseId = start().getId();
    complete(caseId, true);
    String part = runtimeService.createProcessInstanceQuery().superProcessInstanceId(caseId).singleResult().getId();

    runtimeService.deleteProcessInstance(caseId, "opened by mistake", true);

    assertThat(events.stream(CaseEnded.class)).contains(
        new CaseEnded(caller, caseId, number(1), "cancelled"),
        new CaseEnded(called, part, number(1), "cancelled"));
  }

  @Test
  void caseWithoutPersonHasNoStarter() {
    assertThat(runtimeService.getVariables(start().getId())).doesNotContainKey(CaseVariables.STARTER);
  }

  @Test
  void rolledBackCaseGivesItsNumberBack() {
    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
      assertThat(start().getBusinessKey()).isEqualTo(number(1));
      throw new IllegalStateException("the step after fails");
    })).hasMessage("the step after fails");

    assertThat(start().getBusinessKey()).isEqualTo(number(1));
  }

  @Test
  void casesStartedAtOnceGetNumbersWithoutHoles() throws Exception {
    int cases = 24;
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> numbers = pool.invokeAll(IntStream.range(0, cases)
          .<Callable<String>>mapToObj(i -> () -> start().getBusinessKey()).toList());
      List<String> given = new ArrayList<>();
      for (Future<String> number : numbers) {
        given.add(number.get());
      }
      assertThat(given).containsExactlyInAnyOrderElementsOf(
          IntStream.rangeClosed(1, cases).mapToObj(this::number).toList());
    } finally {
      pool.shutdownNow();
    }
  }

  private ProcessInstance start() {
    return runtimeService.startProcessInstanceByKey(caller);
  }

  private void complete(String caseId, boolean call) {
    taskService.complete(taskService.createTaskQuery().processInstanceId(caseId).singleResult().getId(), Map.of("call", call));
  }

  private String number(int count) {
    return "%s-%d-%06d".formatted(prefix, LocalDate.now(clock).getYear(), count);
  }

  private static ProcessBuilder process(String id, String caseNumberPrefix) {
    ProcessBuilder process = Bpmn.createExecutableProcess(id).camundaHistoryTimeToLive(1);
    if (caseNumberPrefix != null) {
      var properties = process.getElement().getModelInstance().newInstance(CamundaProperties.class);
      var property = process.getElement().getModelInstance().newInstance(CamundaProperty.class);
      property.setCamundaName(ModelProperties.CASE_NUMBER_PREFIX);
      property.setCamundaValue(caseNumberPrefix);
      properties.addChildElement(property);
      process.addExtensionElement(properties);
    }
    return process;
  }

  private static String randomPrefix() {
    return ThreadLocalRandom.current().ints(3, 'A', 'Z' + 1).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
