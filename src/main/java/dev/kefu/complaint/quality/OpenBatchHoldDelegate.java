package dev.kefu.complaint.quality;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ties a held batch in the register to its own case. */
@Component
@RequiredArgsConstructor
class OpenBatchHoldDelegate implements JavaDelegate {

  private final QualityCases register;

  @Override
  public void execute(DelegateExecution execution) {
    register.holdOf((Long) execution.getVariable("holdId")).openedAs(execution.getProcessInstanceId(), execution.getProcessBusinessKey());
  }
}
