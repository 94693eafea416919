package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.repair.RepairForms.PartsReceipt;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the day of arrival into the register. */
@Component
@RequiredArgsConstructor
class NotePartsReceiptDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    order.receiveParts(FormData.read(execution, "partsReceipt", PartsReceipt.class).receivedOn());
  }
}
