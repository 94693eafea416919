package dev.kefu.aftersales.repair;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the estimate into the register and says whether the customer must agree to it. */
@Component
@RequiredArgsConstructor
class NoteEstimateDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    boolean needed = order.estimate(RatesChoices.of(execution));
    execution.setVariable("estimate", order.getEstimate().toPlainString());
    execution.setVariable("estimateFacts", RepairWords.estimate(order));
    execution.setVariable("diagnosisFacts", RepairWords.findings(order));
    execution.setVariable("consentNeeded", needed);
  }
}
