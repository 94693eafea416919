package dev.kefu.aftersales.repair;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says how the repair ended, for the caller. */
@Component
@RequiredArgsConstructor
class NoteRepairOutcomeDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    String outcome = order.isUnrepairable() ? "toExchange" : order.isDeclined() ? "declined" : "repaired";
    execution.setVariable("outcome", outcome);
    execution.setVariable("repairResult", RepairWords.result(order));
    execution.setVariable("remedyFacts", RepairWords.exchange(order));
  }
}
