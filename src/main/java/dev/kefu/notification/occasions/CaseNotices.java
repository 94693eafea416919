package dev.kefu.notification.occasions;

import dev.kefu.engine.CaseEnded;
import dev.kefu.engine.CaseVariables;
import dev.kefu.notification.CustomerNotices;
import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.NotificationTemplates;
import dev.kefu.notification.Notifications;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells customers what a process says in its property {@code customerNotices}; called processes are part of their caller's case and tell nothing. */
@Component
@RequiredArgsConstructor
class CaseNotices implements CustomerNotices {

  private static final String NOTICES = "kefuCustomerNotices";
  private static final String END_EVENT = "endEvent_";
  private static final String CANCELLED = "Cancelled 已取消";

  private final Notifications notifications;
  private final ObjectProvider<RepositoryService> repository;
  private final ObjectProvider<RuntimeService> runtime;
  private final Clock clock;

  static void remember(ProcessDefinitionEntity definition, Set<String> notices) {
    definition.setProperty(NOTICES, notices);
  }

  /** The receipt goes out as soon as it is known to whom, once to each customer whom the case turns out to be about. */
  void customerPerhapsKnown(DelegateExecution execution) {
    ExecutionEntity instance = ((ExecutionEntity) execution).getProcessInstance();
    if (instance.getSuperExecution() == null && names(instance.getProcessDefinition(), "receipt")
        && execution.getVariable(CaseVariables.CUSTOMER_CODE) instanceof String customer) {
      send(instance.getId(), "receipt", customer, NotificationTemplates.CUSTOMER_RECEIPT, instance.getBusinessKey(), Map.of("date", receivedOn(instance)));
    }
  }

  private String receivedOn(ExecutionEntity instance) {
    // A case that names its customer in the transaction in which it starts cannot be read from the history yet: it starts now.
    Instant start = Optional.ofNullable(Context.getCommandContext().getHistoricProcessInstanceManager().findHistoricProcessInstance(instance.getId()))
        .map(begun -> begun.getStartTime().toInstant()).orElseGet(clock::instant);
    return LocalDate.ofInstant(start, clock.getZone()).toString();
  }

  @EventListener
  void ended(CaseEnded event) {
    ExecutionEntity instance = Context.getCommandContext().getExecutionManager().findExecutionById(event.processInstanceId());
    if (instance.getSuperExecution() == null && names(instance.getProcessDefinition(), "result")
        && instance.getVariable(CaseVariables.CUSTOMER_CODE) instanceof String customer) {
      send(instance.getId(), "result", customer, NotificationTemplates.CUSTOMER_RESULT, event.caseNumber(),
          Map.of("date", LocalDate.now(clock).toString(), "outcome", outcome(instance.getProcessDefinition(), event.outcome())));
    }
  }

  /** The end event's name, as the picture says it. */
  private static String outcome(ProcessDefinitionEntity definition, String outcome) {
    ActivityImpl end = definition.findActivity(END_EVENT + outcome);
    return end != null && end.getProperty("name") instanceof String name ? name : CANCELLED;
  }

  @Override
  public void delayed(String processInstanceId, LocalDate expected) {
    ProcessInstance instance = runtime.getObject().createProcessInstanceQuery().processInstanceId(processInstanceId).singleResult();
    var definition = (ProcessDefinitionEntity) ((RepositoryServiceImpl) repository.getObject()).getDeployedProcessDefinition(instance.getProcessDefinitionId());
    if (names(definition, "delay") && runtime.getObject().getVariable(processInstanceId, CaseVariables.CUSTOMER_CODE) instanceof String customer) {
      send(processInstanceId, "delay/" + expected, customer, NotificationTemplates.CUSTOMER_DELAY, instance.getBusinessKey(), Map.of("date", expected.toString()));
    }
  }

  private void send(String processInstanceId, String occasion, String customer, String template, String caseNumber, Map<String, String> facts) {
    notifications.send(new Notification("case/" + processInstanceId + "/" + occasion + "/" + customer, Recipient.customer(customer), template, caseNumber, facts));
  }

  private static boolean names(ProcessDefinitionEntity definition, String notice) {
    return definition.getProperty(NOTICES) instanceof Set<?> notices && notices.contains(notice);
  }
}
