package dev.kefu.survey.agency;

import dev.kefu.budget.Budgets;
import dev.kefu.budget.Reservation;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the approval into the register, and reserves the first part in the budget of the section. */
@Component
@RequiredArgsConstructor
class NoteAgencyApprovalDelegate implements JavaDelegate {

  private final Commissions commissions;
  private final Budgets budgets;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Commission commission = commissions.get((Long) execution.getVariable("commissionId"));
    commission.approve((String) execution.getVariable("approverRole"), clock.instant());
    budgets.reserve(new Reservation(commission.getCaseNumber(), execution.getProcessInstanceId(), YearMonth.now(clock).toString(), Commissions.SECTION, commission.firstPart()));
    execution.setVariables(Map.of("commissionOutcome", "cancelled", "contractFacts", CommissionFacts.contract(commission), "prepayAmount", commission.firstPart().toPlainString()));
  }
}
