package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.repair.RepairForms.PayerCheck;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the second person's decision about the payer into the register. */
@Component
@RequiredArgsConstructor
class NotePayerDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    PayerCheck check = FormData.read(execution, "payerCheck", PayerCheck.class);
    order.confirmPayer("confirm".equals(check.decision()), check.reason(), Performer.of(execution));
    execution.setVariable("payer", order.getPayer());
    execution.setVariable("payerName", RepairWords.payer(order));
  }
}
