package dev.kefu.aftersales.repair;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says whether there is a repair to be charged. */
@Component
@RequiredArgsConstructor
class NoteReadyDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    execution.setVariable("isRepaired", !order.isDeclined());
    execution.setVariable("resultFacts", RepairWords.result(order));
  }
}
