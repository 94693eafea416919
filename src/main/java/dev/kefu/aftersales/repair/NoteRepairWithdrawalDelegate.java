package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.repair.RepairForms.Withdrawal;
import dev.kefu.engine.FormData;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the register that the customer took the unit back. */
@Component
@RequiredArgsConstructor
class NoteRepairWithdrawalDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    Withdrawal withdrawal = FormData.read(execution, "withdrawal", Withdrawal.class);
    order.withdraw("%s (%s, %s)".formatted(withdrawal.reason(), Objects.toString(withdrawal.receivedBy(), "–"), Objects.toString(withdrawal.returnedOn(), "–")));
    execution.setVariable("outcome", "withdrawn");
    execution.setVariable("repairResult", "Withdrawn by the customer 客戶撤回: " + withdrawal.reason());
  }
}
