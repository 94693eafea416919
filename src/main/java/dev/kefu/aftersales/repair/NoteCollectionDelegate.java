package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.repair.RepairForms.Collection;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the payment into the register. */
@Component
@RequiredArgsConstructor
class NoteCollectionDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    Collection payment = FormData.read(execution, "collection", Collection.class);
    if (payment.paidOn().isAfter(repairs.today())) {
      throw new FactsRefused("Paid on 收款日期: it is in the future 日期在未來");
    }
    order.collect(payment, Performer.of(execution));
  }
}
