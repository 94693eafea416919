package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.repair.RepairForms.Work;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the work into the register. */
@Component
@RequiredArgsConstructor
class NoteRepairWorkDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    Work work = FormData.read(execution, "repairWork", Work.class);
    order.work(work);
    execution.setVariable("fixResult", "partly".equals(work.result()) ? "fixed" : work.result());
    execution.setVariable("workOutcome", work.result());
    execution.setVariable("problem", RepairWords.problem(order));
    execution.setVariable("diagnosisFacts", RepairWords.findings(order));
  }
}
