package dev.kefu.budget.keeping;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.budget.Budgets;
import dev.kefu.budget.MonthBudget;
import dev.kefu.budget.Payment;
import dev.kefu.budget.Reservation;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Budgets as rows, a lock for each. */
@Service
@RequiredArgsConstructor
@Transactional
class StoredBudgets implements Budgets {

  private static final String NO_INSTANCE = "";

  private final BudgetRepository repository;
  private final BudgetReservationRepository reservations;
  private final ExpenseBookingRepository bookings;
  private final ExpenseLedger ledger;
  private final AuditTrail audit;
  private final Clock clock;

  @Override
  @Transactional(readOnly = true)
  public MonthBudget standing(String month, String section, String exceptInstance) {
    BigDecimal amount = repository.findByBudgetMonthAndSectionId(month, section).map(Budget::getAmount).orElse(BigDecimal.ZERO);
    return new MonthBudget(month, section, amount, bookings.used(month, section), reservations.reserved(month, section, exceptInstance));
  }

  @Override
  @Transactional(readOnly = true)
  public List<MonthBudget> of(String month) {
    return repository.findByBudgetMonthOrderBySectionId(month).stream().map(budget -> standing(month, budget.getSectionId(), NO_INSTANCE)).toList();
  }

  @Override
  public void set(String month, String section, BigDecimal amount, String by) {
    lock(month, section).change(amount);
    audit.write(new AuditRecord(AuditRecord.Kind.OPERATION, by, "setBudget", "budget", month + "/" + section, null, Map.of("amount", amount.toPlainString())));
  }

  @Override
  public void setIfMissing(String month, String section, BigDecimal amount) {
    if (repository.findByBudgetMonthAndSectionId(month, section).isEmpty()) {
      lock(month, section).change(amount);
    }
  }

  @Override
  public boolean reserveIfLeft(Reservation wanted) {
    lock(wanted.month(), wanted.section());
    if (standing(wanted.month(), wanted.section(), wanted.processInstanceId()).isExceededBy(wanted.amount())) {
      return false;
    }
    replace(wanted);
    return true;
  }

  @Override
  public BigDecimal reserveUpTo(Reservation wanted) {
    lock(wanted.month(), wanted.section());
    BigDecimal held = reservations.heldBy(wanted.processInstanceId()).map(BudgetReservation::getAmount).orElse(BigDecimal.ZERO);
    BigDecimal left = standing(wanted.month(), wanted.section(), wanted.processInstanceId()).left().max(held);
    BigDecimal amount = wanted.amount().min(left);
    replace(new Reservation(wanted.caseNumber(), wanted.processInstanceId(), wanted.month(), wanted.section(), amount));
    return amount;
  }

  @Override
  public MonthBudget reserve(Reservation wanted) {
    lock(wanted.month(), wanted.section());
    MonthBudget standing = standing(wanted.month(), wanted.section(), wanted.processInstanceId());
    replace(wanted);
    return standing;
  }

  private void replace(Reservation wanted) {
    release(wanted.processInstanceId());
    reservations.save(new BudgetReservation(wanted, clock.instant()));
  }

  @Override
  public void release(String processInstanceId) {
    reservations.heldBy(processInstanceId).ifPresent(held -> reservations.save(held.reversal(clock.instant())));
  }

  @Override
  public void pay(Payment payment) {
    lock(payment.month(), payment.section());
    ledger.book(payment);
    release(payment.processInstanceId());
  }

  private Budget lock(String month, String section) {
    return repository.lock(month, section).orElseGet(() -> {
      // Two first claims of a month: the second waits here, then finds the row of the first.
      repository.lock("", "").orElseThrow();
      return repository.lock(month, section).orElseGet(() -> repository.save(new Budget(month, section, BigDecimal.ZERO)));
    });
  }
}
