package dev.kefu.complaint.quality;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the watch over the effect of a correction. */
@Component
@RequiredArgsConstructor
class OpenEffectWatchDelegate implements JavaDelegate {

  private final QualityCases register;

  @Override
  public void execute(DelegateExecution execution) {
    register.watch((Long) execution.getVariable("qualityId"), execution.getProcessInstanceId(), execution.getProcessBusinessKey(), (String) execution.getVariable("complainedBatch"));
    execution.setVariable("effectHistory", "");
  }
}
