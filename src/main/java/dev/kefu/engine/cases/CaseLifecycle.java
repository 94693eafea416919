package dev.kefu.engine.cases;

import static dev.kefu.engine.CaseVariables.STARTER;

import dev.kefu.engine.CaseEnded;
import dev.kefu.engine.CaseStarted;
import dev.kefu.organisation.ChannelUser;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What happens at the start and at the end of every case: number, starter, and the events that registers listen to. */
@Component
@RequiredArgsConstructor
class CaseLifecycle {

  private static final String CANCELLED = "cancelled";

  private final CaseNumbers caseNumbers;
  private final ApplicationEventPublisher events;

  /**
   * Numbers a case and says who started it. A called process takes both from its caller.
   *
   * @param caseNumberPrefix the process's prefix, or null when only others call it
   */
  void started(DelegateExecution execution, String caseNumberPrefix) {
    ExecutionEntity caller = ((ExecutionEntity) execution).getSuperExecution();
    String starter;
    if (caller == null) {
      String user = Context.getCommandContext().getAuthenticatedUserId();
      // A program starts no case of its own: nobody is asked to go on with it, and nobody may withdraw it as the starter.
      starter = ChannelUser.isOne(user) ? null : user;
      if (caseNumberPrefix != null) {
        execution.setProcessBusinessKey(caseNumbers.next(caseNumberPrefix));
      }
    } else {
      starter = (String) caller.getVariable(STARTER);
      execution.setProcessBusinessKey(caller.getProcessBusinessKey());
    }
    if (starter != null) {
      execution.setVariable(STARTER, starter);
    }
    publish(new CaseStarted(processKey(execution), execution.getProcessInstanceId(), execution.getProcessBusinessKey(), starter));
  }

  void ended(DelegateExecution execution) {
    String outcome = ReachedEnds.of(Context.getCommandContext()).outcome(execution.getProcessInstanceId()).orElse(CANCELLED);
    publish(new CaseEnded(processKey(execution), execution.getProcessInstanceId(), execution.getProcessBusinessKey(), outcome));
  }

  /** Listeners do their own work: what they read needs no permission of the person whose step starts or ends the case. */
  private void publish(Record event) {
    Context.getCommandContext().runWithoutAuthorization(() -> {
      events.publishEvent(event);
      return null;
    });
  }

  void reachedEnd(DelegateExecution execution) {
    ReachedEnds.of(Context.getCommandContext()).reached(execution.getProcessInstanceId(), execution.getCurrentActivityId());
  }

  private String processKey(DelegateExecution execution) {
    return ((ExecutionEntity) execution).getProcessDefinition().getKey();
  }
}
