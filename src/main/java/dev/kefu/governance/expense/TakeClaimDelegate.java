package dev.kefu.governance.expense;

import dev.kefu.budget.Budgets;
import dev.kefu.budget.MonthBudget;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Checks what the form could not, enters the claim into the register and sets what the rule asks for. A claim with mistakes goes back with the reason. */
@Component
@RequiredArgsConstructor
class TakeClaimDelegate implements JavaDelegate {

  private final ExpenseClaims claims;
  private final Budgets budgets;
  private final ReviewChain chain;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Claim claim = FormData.read(execution, "claim", Claim.class);
    String starter = (String) execution.getVariable(CaseVariables.STARTER);
    ReviewChain.Way way = chain.of(groupsOf(starter, execution.getProcessEngineServices()));
    LocalDate claimedOn = claimedOn(execution);
    MonthBudget budget = budgets.standing(claim.budgetMonth(), way.section(), execution.getProcessInstanceId());
    BigDecimal approved = approvedAmount(execution);
    List<String> problems = ClaimCheck.problems(claim, claimedOn, approved == null ? budget.left() : approved);

    execution.setVariable("claimComplete", problems.isEmpty());
    execution.setVariable("returnReason", String.join("; ", problems));
    execution.setVariables(Map.of("claimedOn", claimedOn.toString(), "supervisorRole", way.supervisorRole(), "reviewerRole", way.reviewerRole(),
        "managerReturns", returns(execution, "managerReturns"), "gmReturns", returns(execution, "gmReturns"), "paidAmount", "0.00",
        "approvalFound", isApproved(claim.preApprovalNo(), execution.getProcessEngineServices())));
    execution.setVariables(Map.of("category", claim.category(), "preApproved", claim.preApproved(), "oralApproval", claim.oralApproval(),
        "receiptAltered", claim.receiptAltered(), "daysLate", claim.daysLate(claimedOn), "amount", claim.total().doubleValue(),
        "largestPurchase", claim.largestPurchase().doubleValue(), "monthAboveBudget", budget.isExceededBy(claim.total()),
        "approvedBefore", approved != null && "general-manager".equals(execution.getVariable("approvedByRole")) && approved.compareTo(claim.total()) >= 0));
    if (problems.isEmpty()) {
      claims.claim(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), new Claimant(starter, way.role(), way.section()), claim, claimedOn);
    }
  }

  /** The day on which the claim was handed in first: whoever has it returned must not be late for that. */
  private LocalDate claimedOn(DelegateExecution execution) {
    Object first = execution.getVariable("claimedOn");
    return first == null ? LocalDate.now(clock) : LocalDate.parse((String) first);
  }

  /** What a calling process says was approved; a person cannot say it, the form gate sees to that. */
  private static BigDecimal approvedAmount(DelegateExecution execution) {
    Object approved = execution.getVariable("approvedAmount");
    return approved == null ? null : new BigDecimal(approved.toString());
  }

  private static Object returns(DelegateExecution execution, String name) {
    Object counted = execution.getVariable(name);
    return counted == null ? 0 : counted;
  }

  private static List<String> groupsOf(String user, ProcessEngineServices engine) {
    return engine.getIdentityService().createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
  }

  private static boolean isApproved(String caseNumber, ProcessEngineServices engine) {
    return caseNumber != null && engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey("approval")
        .processInstanceBusinessKey(caseNumber).executedActivityIdIn("endEvent_approved").count() > 0;
  }
}
