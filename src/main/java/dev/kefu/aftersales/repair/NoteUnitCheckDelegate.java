package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.UnitCard;
import dev.kefu.aftersales.repair.RepairForms.UnitCheck;
import dev.kefu.aftersales.repair.RepairOrder.Found;
import dev.kefu.aftersales.units.UnitRegister;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes unit and kind of fault into the registers, and says what the table warranty asks for. */
@Component
@RequiredArgsConstructor
class NoteUnitCheckDelegate implements JavaDelegate {

  private final Repairs repairs;
  private final UnitRegister units;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    UnitCheck check = FormData.read(execution, "unitCheck", UnitCheck.class);
    LocalDate sold = check.soldOn() == null ? order.getSoldOn() : check.soldOn();
    if (sold != null && sold.isAfter(repairs.today())) {
      throw new FactsRefused("Sold on 銷售日期: it is in the future 日期在未來");
    }
    String product = check.product() == null ? order.getProduct() : check.product();
    String serial = check.serialNumber() == null ? order.getSerialNumber() : check.serialNumber();
    UnitCard unit = serial.isBlank() ? null : units.register(product, serial, order.getCustomerCode(), sold, check.warrantyDays(), check.proof());
    Found found = unit == null ? new Found(null, product, serial, sold, check.warrantyDays() == null ? 0 : check.warrantyDays(), 0)
        : new Found(unit.id(), unit.product(), unit.serialNumber(), unit.soldOn(), unit.warrantyDays(), unit.hasContract(repairs.today()) ? unit.contractPercent() : 0);
    order.check(found, check.faultKind(), check.customerCaused() || check.openedByOthers() || said(execution, "customerCaused") || said(execution, "openedByOthers"), Performer.of(execution));
    execution.setVariable("product", product);
    execution.setVariable("serialNumber", serial);
    execution.setVariable("provable", said(execution, "hasProof") || check.proof() != null || unit != null);
    execution.setVariable("customerFault", order.isCustomerFault());
    execution.setVariable("daysUsed", daysUsed(found, unit));
    execution.setVariable("warrantyDays", found.warrantyDays());
    execution.setVariable("hasContract", unit != null && unit.hasContract(repairs.today()));
    execution.setVariable("failedRepairs", repairs.failedRepairs(order.getUnitId(), order.getFaultKind()));
    execution.setVariable("repairFacts", RepairWords.facts(order));
  }

  private static boolean said(DelegateExecution execution, String name) {
    return Boolean.TRUE.equals(execution.getVariable(name));
  }

  /** Days since the sale without those in repair; more than any warranty while the day of the sale is unknown. */
  private int daysUsed(Found found, UnitCard unit) {
    return found.soldOn() == null ? Integer.MAX_VALUE
        : Math.toIntExact(ChronoUnit.DAYS.between(found.soldOn(), repairs.today())) - (unit == null ? 0 : unit.prolongedDays());
  }
}
