package dev.kefu.engine.events;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditRecord.Kind;
import dev.kefu.audit.AuditTrail;
import dev.kefu.engine.RetiredProcesses;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The step "send a message" of any process: every case that waits for the message gets it, and every process that starts with it,
 * or with the signal of its name, starts.
 * Input parameters: {@code message}, its name; {@code facts}, the plain variables that go along, with commas between them. All happens in the
 * sender's transaction, so that the message arrives with the step or not at all, and never twice. When nobody waits, the case goes on;
 * the variable {@code receivers} of the step (history) and the audit trail say how many got it.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class SendMessageDelegate implements JavaDelegate {

  private final ObjectProvider<AuditTrail> auditTrail;
  private final ObjectProvider<RetiredProcesses> retiredProcesses;

  @Override
  public void execute(DelegateExecution execution) {
    String message = (String) execution.getVariableLocal("message");
    Map<String, Object> facts = facts(execution);
    RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
    List<Execution> waiting = runtime.createExecutionQuery().messageEventSubscriptionName(message).active().unlimitedList();
    List<ProcessDefinition> starting = execution.getProcessEngineServices().getRepositoryService().createProcessDefinitionQuery()
        .messageEventSubscriptionName(message).latestVersion().active().unlimitedList().stream().filter(Predicate.not(this::isRetired)).toList();
    List<EventSubscriptionEntity> broadcast = broadcast(execution, message);
    int receivers = starting.size() + broadcast.size();
    for (Execution receiver : waiting) {
      if (stillWaits(receiver, message)) {
        runtime.messageEventReceived(message, receiver.getId(), facts);
        receivers++;
      }
    }
    starting.forEach(process -> runtime.createMessageCorrelation(message).processDefinitionId(process.getId()).setVariables(facts).correlateStartMessage());
    broadcast.forEach(start -> runtime.createProcessInstanceById(start.getConfiguration()).startBeforeActivity(start.getActivityId()).setVariables(facts).execute());
    note(execution, message, receivers);
  }

  /** The engine lets one process only start by a message; several start by the signal of the same name, and then each of them does. */
  private List<EventSubscriptionEntity> broadcast(DelegateExecution execution, String name) {
    RepositoryService repository = execution.getProcessEngineServices().getRepositoryService();
    return execution.getProcessEngineServices().getRuntimeService().createEventSubscriptionQuery().eventType(EventType.SIGNAL.name()).eventName(name).unlimitedList().stream()
        .map(EventSubscriptionEntity.class::cast).filter(subscription -> subscription.getExecutionId() == null).filter(start -> {
          ProcessDefinition process = repository.getProcessDefinition(start.getConfiguration());
          return !process.isSuspended() && !isRetired(process);
        }).toList();
  }

  /** What this transaction changed before, the query does not know yet. */
  private static boolean stillWaits(Execution receiver, String message) {
    return ((ExecutionEntity) receiver).getEventSubscriptions().stream()
        .anyMatch(subscription -> subscription.isSubscriptionForEventType(EventType.MESSAGE) && message.equals(subscription.getEventName()));
  }

  private static Map<String, Object> facts(DelegateExecution execution) {
    String names = (String) execution.getVariableLocal("facts");
    Map<String, Object> facts = new HashMap<>();
    Arrays.stream(names == null ? new String[0] : names.split(",")).map(String::strip).filter(Predicate.not(String::isEmpty)).forEach(name -> {
      if (execution.hasVariable(name)) {
        facts.put(name, execution.getVariable(name));
      }
    });
    return facts;
  }

  private boolean isRetired(ProcessDefinition process) {
    return retiredProcesses.stream().anyMatch(retired -> retired.isRetired(process.getKey()));
  }

  private void note(DelegateExecution execution, String message, int receivers) {
    execution.setVariableLocal("receivers", receivers);
    if (receivers == 0) {
      log.info("Nobody waits for the message {} of {}.", message, execution.getProcessBusinessKey());
    }
    auditTrail.getObject().write(new AuditRecord(Kind.OPERATION, Context.getCommandContext().getAuthenticatedUserId(), receivers == 0 ? "sendToNobody" : "send",
        "message", message, execution.getProcessBusinessKey(), Map.of("receivers", String.valueOf(receivers))));
  }
}
