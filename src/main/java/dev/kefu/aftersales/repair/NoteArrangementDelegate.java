package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.repair.RepairForms.Arrangement;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes way and promised date into the register, and whether the table is overruled. */
@Component
@RequiredArgsConstructor
class NoteArrangementDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    Arrangement arrangement = FormData.read(execution, "arrangement", Arrangement.class);
    order.arrange(arrangement, repairs.today(), arrangement.appointment() == null ? null : repairs.day(arrangement.appointment().toInstant()), Performer.of(execution));
    execution.setVariable("repairWay", order.getRepairWay());
    execution.setVariable("overruled", arrangement.overrule());
    execution.setVariable("overruleFacts", arrangement.overrule() ? RepairWords.overrule(order) : "");
    execution.setVariable("promisedAt", Date.from(repairs.endOf(order.getPromisedOn())));
    execution.setVariable("district", order.getDistrict());
    execution.setVariable("repairFacts", RepairWords.facts(order) + (order.getAppointment() == null ? "" : "\nAppointment 預約時間: " + repairs.shown(order.getAppointment())));
  }
}
