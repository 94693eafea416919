package dev.kefu.aftersales.repair;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the solution of technical support into the register; without one the unit cannot be repaired. */
@Component
@RequiredArgsConstructor
class NoteSupportDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    boolean solved = "solved".equals(execution.getVariable("supportOutcome"));
    if (solved) {
      order.support((String) execution.getVariable("solution"));
    } else {
      order.unrepairable();
    }
    execution.setVariable("solved", solved);
    execution.setVariable("workOutcome", solved ? "done" : "unrepairable");
    execution.setVariable("diagnosisFacts", RepairWords.findings(order));
  }
}
