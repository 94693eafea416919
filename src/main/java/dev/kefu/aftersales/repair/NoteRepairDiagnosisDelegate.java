package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.repair.RepairForms.Diagnosis;
import dev.kefu.engine.FormData;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the findings, or the visit in vain, into the register. */
@Component
@RequiredArgsConstructor
class NoteRepairDiagnosisDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    Diagnosis diagnosis = FormData.read(execution, "diagnosis", Diagnosis.class);
    order.diagnose(diagnosis, repairs.now());
    execution.setVariable("customerMet", !diagnosis.isInVain());
    execution.setVariable("visitAt", diagnosis.isInVain() ? Date.from(diagnosis.newVisit().toInstant()) : Date.from(repairs.now()));
    execution.setVariable("workStart", !RepairOrder.isRepairable(diagnosis) ? "help" : order.needsParts() ? "parts" : "fix");
    execution.setVariable("problem", RepairWords.problem(order));
    execution.setVariable("diagnosisFacts", RepairWords.findings(order));
  }
}
