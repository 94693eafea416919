package dev.kefu.engine.events;

import static dev.kefu.engine.ModelProperties.EVENT_FORM;
import static dev.kefu.engine.ModelProperties.EVENT_ROLES;
import static dev.kefu.engine.ModelProperties.EVENT_UNTIL;

import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.ModelProperties;
import dev.kefu.organisation.RoleDirectory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
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

  /** Events that wait now and are not too late, whoever asks. */
  List<WaitingEvent> of(String caseNumber) {
    return runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).active().list().stream()
        .flatMap(this::of).filter(event -> !isTooLate(event)).toList();
  }

  private Stream<WaitingEvent> of(ProcessInstance instance) {
    return runtimeService.createEventSubscriptionQuery().processInstanceId(instance.getId()).eventType("message").list().stream()
        .map(subscription -> event(subscription, instance)).filter(Objects::nonNull);
  }

  private WaitingEvent event(EventSubscription subscription, ProcessInstance instance) {
    FlowElement element = repositoryService.getBpmnModelInstance(instance.getProcessDefinitionId())
        .getModelElementById(subscription.getActivityId());
    Map<String, String> properties = properties(element);
    return !properties.containsKey(EVENT_ROLES) ? null : new WaitingEvent(subscription.getEventName(), title(element),
        properties.get(EVENT_FORM), subscription.getExecutionId(), instance.getId(), split(properties.get(EVENT_ROLES)),
        split(properties.get(EVENT_UNTIL)));
  }

  private static String title(FlowElement element) {
    return element.getName() == null ? element.getId() : element.getName().replaceAll("\\s+", " ");
  }

  private static Map<String, String> properties(FlowElement element) {
    ExtensionElements extensions = element.getExtensionElements();
    return extensions == null ? Map.of() : extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
        .flatMap(group -> group.getCamundaProperties().stream())
        .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue, (first, second) -> first));
  }

  private static List<String> split(String list) {
    return list == null ? List.of() : Arrays.stream(list.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  private boolean isTooLate(WaitingEvent event) {
    return !event.until().isEmpty() && historyService.createHistoricActivityInstanceQuery().processInstanceId(event.processInstanceId())
        .finished().list().stream().anyMatch(activity -> !activity.isCanceled() && event.until().contains(activity.getActivityId()));
  }

  /** Whether this person may report the event; nobody may report one whose model names no roles. */
  boolean mayReport(WaitingEvent event, Authentication person) {
    return event.roles().stream().anyMatch(role -> role.equals(ModelProperties.STARTER)
        ? person.getUserId().equals(runtimeService.getVariable(event.executionId(), CaseVariables.STARTER))
        : person.getGroupIds().contains(role) || person.getGroupIds().contains(roles.holderOf(role)));
  }
}
