package dev.kefu.information.leak;

import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes the decision, and what goes out of the case with it: the finding for the penalty procedure and the improvements, neither with a name. */
@Component
@RequiredArgsConstructor
class NoteLeakDecisionDelegate implements JavaDelegate {

  private final Leaks leaks;

  @Override
  public void execute(DelegateExecution execution) {
    LeakDecision decision = FormData.read(execution, "decision", LeakDecision.class);
    leaks.change(execution.getProcessInstanceId(), leak -> leak.decide(decision));
    execution.setVariable("penalty", decision.sanctions() > 0);
    execution.setVariable("tellCustomers", decision.asksToTell());
    execution.setVariable("improvements", "Leak 洩密案件 " + execution.getProcessBusinessKey() + ": " + decision.improvements());
    execution.setVariable("sourceCase", execution.getProcessBusinessKey());
    execution.setVariable("conductKind", "leak");
  }
}
