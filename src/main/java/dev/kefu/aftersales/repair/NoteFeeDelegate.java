package dev.kefu.aftersales.repair;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the fee into the register. */
@Component
@RequiredArgsConstructor
class NoteFeeDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    order.charge(RatesChoices.of(execution));
    execution.setVariable("fee", order.getTotalFee().toPlainString());
    execution.setVariable("feeFacts", RepairWords.fee(order));
    execution.setVariable("feeDue", order.getTotalFee().signum() > 0);
    execution.setVariable("resultFacts", RepairWords.result(order));
  }
}
