package dev.kefu.complaint.analysis;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes into the register what the table says of the cause. */
@Component
@RequiredArgsConstructor
class NoteFocusDelegate implements JavaDelegate {

  private final Analyses analyses;

  @Override
  @Transactional
  public void execute(DelegateExecution execution) {
    int index = (Integer) execution.getVariable("causeIndex");
    analyses.get((Long) execution.getVariable("analysisId")).judge(index, (String) execution.getVariable("focus"));
    execution.setVariable("causeIndex", index + 1);
  }
}
