package dev.kefu.information.leak;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the register what the table leak-level says. */
@Component
@RequiredArgsConstructor
class NoteLeakLevelDelegate implements JavaDelegate {

  private final Leaks leaks;

  @Override
  public void execute(DelegateExecution execution) {
    leaks.change(execution.getProcessInstanceId(), leak -> leak.grade(((Number) execution.getVariable("leakLevel")).intValue()));
  }
}
