package dev.kefu.information.leak;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes whether the measures were improved: not, when the called procedure could not be done. */
@Component
@RequiredArgsConstructor
class NoteLeakImprovementDelegate implements JavaDelegate {

  private final Leaks leaks;

  @Override
  public void execute(DelegateExecution execution) {
    boolean done = "done".equals(execution.getVariable("improvementOutcome"));
    leaks.change(execution.getProcessInstanceId(), leak -> leak.improve(done));
  }
}
