package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.repair.RepairForms.Report;
import dev.kefu.aftersales.units.UnitRegister;
import dev.kefu.engine.FormData;
import java.time.temporal.ChronoUnit;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the report and prolongs the warranty of the unit by the days in repair. */
@Component
@RequiredArgsConstructor
class CloseRepairReportDelegate implements JavaDelegate {

  private final Repairs repairs;
  private final UnitRegister units;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    int days = Math.max(0, Math.toIntExact(ChronoUnit.DAYS.between(repairs.day(order.getOpenedAt()), repairs.day(order.getSignedAt()))));
    order.report(FormData.read(execution, "repairReport", Report.class), days);
    if (order.getUnitId() != null) {
      units.prolong(order.getUnitId(), days);
    }
    execution.setVariable("repairNo", order.getRepairNo());
    execution.setVariable("causeCode", order.getCauseCode());
    execution.setVariable("faultKind", order.getFaultKind());
    execution.setVariable("serialNumber", order.getSerialNumber());
  }
}
