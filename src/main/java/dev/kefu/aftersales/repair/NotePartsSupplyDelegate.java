package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.repair.RepairForms.PartsSupply;
import dev.kefu.engine.FormData;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the register what was drawn or ordered. */
@Component
@RequiredArgsConstructor
class NotePartsSupplyDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    PartsSupply supply = FormData.read(execution, "partsSupply", PartsSupply.class);
    order.supply(supply, repairs.today());
    boolean ordered = "ordered".equals(supply.supply());
    execution.setVariable("partsReady", !ordered);
    execution.setVariable("partsDue", Date.from(ordered ? repairs.endOf(supply.expectedOn()) : repairs.now()));
    execution.setVariable("partsFacts", RepairWords.parts(order));
  }
}
