package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.repair.RepairForms.Acceptance;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the technician's answer into the register. */
@Component
@RequiredArgsConstructor
class NoteAcceptanceDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    Acceptance acceptance = FormData.read(execution, "acceptance", Acceptance.class);
    order.answer(acceptance.answer(), acceptance.reason(), repairs.now());
    execution.setVariable("accepted", "accept".equals(acceptance.answer()));
  }
}
