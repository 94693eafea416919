package dev.kefu.information.leak;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the spread is stopped. */
@Component
@RequiredArgsConstructor
class NoteLeakContainmentDelegate implements JavaDelegate {

  private final Leaks leaks;

  @Override
  public void execute(DelegateExecution execution) {
    leaks.change(execution.getProcessInstanceId(), leak -> leak.contain(leaks.now()));
  }
}
