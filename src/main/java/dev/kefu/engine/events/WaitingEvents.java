package dev.kefu.engine.events;

import static dev.kefu.engine.ModelProperties.EVENT_FORM;
import static dev.kefu.engine.ModelProperties.EVENT_ROLES;
import static dev.kefu.engine.ModelProperties.EVENT_UNTIL;

import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.ModelProperties;
import dev.kefu.engine.gate.ModelElements;
import dev.kefu.organisation.RoleDirectory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds what a case, its called parts included, waits to be told, and who may tell it. Works inside the trusted door only. */
@Component
@Lazy
@RequiredArgsConstructor
class WaitingEvents {

  private final RuntimeService runtimeService;
  private final RepositoryService repositoryService;
  private final HistoryService historyService;
  private final RoleDirectory roles;

  boolean isKnown(String caseNumber) {
    return historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber).count() > 0;
  }

  /** Whether a person started this case, ended ones included. */
  boolean wasStartedBy(String caseNumber, String userId) {
    return caseNumber != null && historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber)
        .variableValueEquals(CaseVariables.STARTER, userId).count() > 0;
  }

  /**
   * Events that wait now, whoever asks, those included for which it is too late. A process that waits for a message keeps it from those that it called:
   * a complaint is withdrawn as a whole or not at all, not the call-back inside it (C5).
   */
  List<WaitingEvent> of(String caseNumber) {
    return runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).active().list().stream()
        .flatMap(instance -> of(instance).filter(event -> !isKeptByCaller(event.message(), instance))).toList();
  }

  private boolean isKeptByCaller(String message, ProcessInstance instance) {
    ProcessInstance caller = runtimeService.createProcessInstanceQuery().subProcessInstanceId(instance.getId()).singleResult();
    return caller != null && (of(caller).anyMatch(event -> event.message().equals(message)) || isKeptByCaller(message, caller));
  }

  private Stream<WaitingEvent> of(ProcessInstance instance) {
    return runtimeService.createEventSubscriptionQuery().processInstanceId(instance.getId()).eventType("message").list().stream()
        .map(subscription -> event(subscription, instance)).filter(Objects::nonNull);
  }

  private WaitingEvent event(EventSubscription subscription, ProcessInstance instance) {
    FlowElement element = repositoryService.getBpmnModelInstance(instance.getProcessDefinitionId())
        .getModelElementById(subscription.getActivityId());
    Map<String, String> properties = ModelElements.properties(element);
    return !properties.containsKey(EVENT_ROLES) ? null : new WaitingEvent(subscription.getEventName(), ModelElements.title(element),
        properties.get(EVENT_FORM), subscription.getExecutionId(), ModelElements.split(properties.get(EVENT_ROLES)),
        closedBy(instance, ModelElements.split(properties.get(EVENT_UNTIL))).orElse(null));
  }

  /** The step after which the event is accepted no more; empty as long as none of its steps is done. */
  private Optional<String> closedBy(ProcessInstance instance, List<String> until) {
    return until.isEmpty() ? Optional.empty()
        : historyService.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).finished()
            .orderByHistoricActivityInstanceEndTime().asc().list().stream()
            .filter(activity -> !activity.isCanceled() && until.contains(activity.getActivityId())).findFirst()
            .map(activity -> ModelElements.title(repositoryService.getBpmnModelInstance(instance.getProcessDefinitionId())
                .getModelElementById(activity.getActivityId())));
  }

  /** Whether this person may report the event; nobody may report one whose model names no roles. */
  boolean mayReport(WaitingEvent event, Authentication person) {
    return event.roles().stream().anyMatch(role -> role.equals(ModelProperties.STARTER)
        ? person.getUserId().equals(runtimeService.getVariable(event.executionId(), CaseVariables.STARTER))
        : person.getGroupIds().contains(role) || person.getGroupIds().contains(roles.holderOf(role)));
  }
}
