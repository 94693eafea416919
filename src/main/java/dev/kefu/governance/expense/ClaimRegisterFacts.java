package dev.kefu.governance.expense;

import dev.kefu.engine.RegisterFacts;
import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the register of claims says on the printed claim. */
@Component
@RequiredArgsConstructor
class ClaimRegisterFacts implements RegisterFacts {

  private final ExpenseClaimRepository repository;
  private final Budgets budgets;
  private final RoleDirectory roles;

  @Override
  public String register() {
    return "claim";
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Object> of(String caseNumber) {
    return repository.findByCaseNumber(caseNumber).map(this::facts).orElse(Map.of());
  }

  private Map<String, Object> facts(ExpenseClaim claim) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("section", claim.getSectionId());
    facts.put("role", roles.find(claim.getClaimantRole()).map(Role::label).orElse(claim.getClaimantRole()));
    if (claim.getSpentOn() != null && claim.getClaimedOn() != null) {
      facts.put("daysLate", String.valueOf(claim.getSpentOn().until(claim.getClaimedOn(), ChronoUnit.DAYS)));
    }
    if (claim.getGrounds() != null) {
      facts.put("grounds", claim.getGrounds());
    }
    if (claim.getBudgetMonth() != null) {
      MonthBudget budget = budgets.standing(claim.getBudgetMonth(), claim.getSectionId(), claim.getCaseNumber());
      facts.put("approvedBudget", budget.month() + ": " + Money.text(budget.amount()));
    }
    return facts;
  }
}
