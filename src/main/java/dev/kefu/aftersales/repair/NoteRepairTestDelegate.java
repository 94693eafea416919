package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.repair.RepairForms.Report;
import dev.kefu.aftersales.repair.RepairForms.TestReport;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes a test into the register; a unit that failed twice goes to technical support. */
@Component
@RequiredArgsConstructor
class NoteRepairTestDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    String root = "onSite".equals(order.getRepairWay()) ? "customerTest" : "workshopTest";
    String outcome = order.test(FormData.read(execution, root, TestReport.class), Performer.of(execution), repairs.now());
    execution.setVariable("testOutcome", outcome);
    execution.setVariable("workOutcome", "done");
    execution.setVariable("problem", RepairWords.problem(order));
    execution.setVariable("diagnosisFacts", RepairWords.findings(order));
  }
}
