package dev.kefu.governance.expense;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Reserves the claim's total in the transaction of the manager's approval and says whether the general manager must decide too: because the rule says so,
 * or because other claims have used the month's budget since the rule was asked. Whatever was decided by him already he decides once.
 */
@Component
@RequiredArgsConstructor
class ReserveBudgetDelegate implements JavaDelegate {

  private static final String GENERAL_MANAGER = "general-manager";

  private final ExpenseClaims claims;

  @Override
  public void execute(DelegateExecution execution) {
    boolean aboveBudget = claims.reserve(execution.getProcessInstanceId());
    boolean asked = aboveBudget || GENERAL_MANAGER.equals(execution.getVariable("approver"));
    boolean decided = GENERAL_MANAGER.equals(execution.getVariable("reviewedByRole")) || (boolean) execution.getVariable("approvedBefore");
    execution.setVariable("monthAboveBudget", aboveBudget);
    execution.setVariable("needsGeneralManager", asked && !decided);
    execution.setVariable("facts", claims.facts(execution.getProcessInstanceId(), (boolean) execution.getVariable("approvalFound")));
  }
}
