package dev.kefu.governance.expense;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sections' monthly budgets. What is used and reserved is never counted up in a column of its own: it is the sum of the ledger and of the approved
 * claims, so it cannot drift. A section without a budget for a month has none to spend.
 */
@Service
@RequiredArgsConstructor
@Transactional
class Budgets {

  private static final String NO_CASE = "";

  private final BudgetRepository repository;
  private final ExpenseClaimRepository claims;
  private final ExpenseBookingRepository bookings;
  private final AuditTrail audit;

  /** How a section stands in a month, a claim's own reservation left out. */
  @Transactional(readOnly = true)
  public MonthBudget standing(String month, String section, String exceptCase) {
    BigDecimal amount = repository.findByBudgetMonthAndSectionId(month, section).map(Budget::getAmount).orElse(BigDecimal.ZERO);
    return new MonthBudget(month, section, amount, bookings.used(month, section), claims.reserved(month, section, exceptCase));
  }

  /** The same, and nobody else decides against this budget until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public MonthBudget lockedStanding(String month, String section, String exceptCase) {
    lock(month, section);
    return standing(month, section, exceptCase);
  }

  /** All sections that have a budget for the month. */
  @Transactional(readOnly = true)
  public List<MonthBudget> of(String month) {
    return repository.findByBudgetMonthOrderBySectionId(month).stream().map(budget -> standing(month, budget.getSectionId(), NO_CASE)).toList();
  }

  /**
   * Sets a budget.
   *
   * @param by user id
   */
  public void set(String month, String section, BigDecimal amount, String by) {
    lock(month, section).change(amount);
    audit.write(new AuditRecord(AuditRecord.Kind.OPERATION, by, "setBudget", "budget", month + "/" + section, null, Map.of("amount", amount.toPlainString())));
  }

  /** Sets a budget where there is none yet. */
  public void setIfMissing(String month, String section, BigDecimal amount) {
    if (repository.findByBudgetMonthAndSectionId(month, section).isEmpty()) {
      lock(month, section).change(amount);
    }
  }

  private Budget lock(String month, String section) {
    return repository.lock(month, section).orElseGet(() -> {
      // Two first claims of a month: the second waits here, then finds the row of the first.
      repository.lock("", "").orElseThrow();
      return repository.lock(month, section).orElseGet(() -> repository.save(new Budget(month, section, BigDecimal.ZERO)));
    });
  }
}
