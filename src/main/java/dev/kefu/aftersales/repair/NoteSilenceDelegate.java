package dev.kefu.aftersales.repair;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Silence counts as a no. */
@Component
@RequiredArgsConstructor
class NoteSilenceDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    order.consent(null, null, repairs.now());
    execution.setVariable("workStart", "declined");
  }
}
