package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.repair.RepairForms.Assignment;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the register whom the supervisor chose. */
@Component
@RequiredArgsConstructor
class NoteDispatchDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    String person = FormData.read(execution, "assignment", Assignment.class).technician();
    order.ask(person, repairs.now());
    execution.setVariable("technician", person);
  }
}
