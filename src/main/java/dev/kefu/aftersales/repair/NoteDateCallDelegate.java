package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.repair.RepairForms.Delay;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the call about the missed date into the register. */
@Component
@RequiredArgsConstructor
class NoteDateCallDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    order.delay(FormData.read(execution, "dateCall", Delay.class));
  }
}
