package dev.kefu.governance.expense;

import dev.kefu.budget.Budgets;
import dev.kefu.budget.Money;
import dev.kefu.budget.MonthBudget;
import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the register of claims says on the printed claim. */
@Component
@RequiredArgsConstructor
class ClaimRegisterFacts implements RegisterFacts<ExpenseClaim> {

  private final ExpenseClaimRepository repository;
  private final Budgets budgets;
  private final RoleDirectory roles;

  @Override
  public String register() {
    return "claim";
  }

  @Override
  public Optional<ExpenseClaim> entry(String caseNumber) {
    return repository.findByCaseNumber(caseNumber);
  }

  @Override
  public NamedFacts<ExpenseClaim> facts() {
    return new NamedFacts<ExpenseClaim>()
        .with("section", claim -> roles.sectionLabel(claim.getSectionId()))
        .with("role", claim -> roles.find(claim.getClaimantRole()).map(Role::label).orElse(claim.getClaimantRole()))
        .with("daysLate", ClaimRegisterFacts::daysLate)
        .with("grounds", ExpenseClaim::getGrounds)
        .with("approvedBudget", this::budget);
  }

  private static String daysLate(ExpenseClaim claim) {
    return claim.getSpentOn() == null || claim.getClaimedOn() == null ? null : String.valueOf(claim.getSpentOn().until(claim.getClaimedOn(), ChronoUnit.DAYS));
  }

  private String budget(ExpenseClaim claim) {
    if (claim.getBudgetMonth() == null) {
      return null;
    }
    MonthBudget budget = budgets.standing(claim.getBudgetMonth(), claim.getSectionId(), claim.getProcessInstanceId());
    return budget.month() + ": " + Money.text(budget.amount());
  }
}
