package dev.kefu.governance.expense;

import dev.kefu.budget.Budgets;
import dev.kefu.budget.MonthBudget;
import dev.kefu.budget.Payment;
import dev.kefu.budget.Reservation;
import dev.kefu.engine.CaseEnded;
import dev.kefu.governance.expense.ExpenseClaim.Status;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of expense claims. */
@Service
@RequiredArgsConstructor
@Transactional
class ExpenseClaims {

  static final String PROCESS = "expense-claim-review";

  private final ExpenseClaimRepository repository;
  private final Budgets budgets;
  private final ClaimFacts facts;
  private final Clock clock;

  /** Opens a claim, or takes it as it was sent again. */
  public void claim(String caseNumber, String processInstanceId, Claimant claimant, Claim claim, LocalDate claimedOn) {
    repository.findByProcessInstanceId(processInstanceId).ifPresentOrElse(open -> open.claimAgain(claim),
        () -> repository.save(new ExpenseClaim(caseNumber, processInstanceId, claimant, claim, claimedOn, clock.instant())));
  }

  /**
   * Notes what the rule says.
   *
   * @param approver role that approves last; empty when the claim is refused
   */
  public void check(String processInstanceId, String approver, String grounds) {
    of(processInstanceId).check(approver.isEmpty() ? null : approver, grounds);
  }

  /** Goes back to the claimant, what was reserved is free again; a claim that was never complete is not in the register yet. */
  public void giveBack(String processInstanceId) {
    repository.findByProcessInstanceId(processInstanceId).ifPresent(claim -> {
      claim.giveBack();
      budgets.release(processInstanceId);
    });
  }

  /**
   * Reserves the claim's total in its month's budget, whatever is left of it, and says whether the month is above its budget with it. Two claims at
   * once: the second waits for the first and sees its reservation.
   */
  public boolean reserve(String processInstanceId) {
    ExpenseClaim claim = of(processInstanceId);
    claim.approve();
    MonthBudget budget = budgets.reserve(new Reservation(claim.getCaseNumber(), processInstanceId, claim.getBudgetMonth(), claim.getSectionId(), claim.getTotal()));
    return budget.isExceededBy(claim.getTotal());
  }

  /** Books the payment; a second time changes nothing. */
  public void pay(String processInstanceId, BigDecimal amount, LocalDate day) {
    ExpenseClaim claim = of(processInstanceId);
    claim.pay(amount, day);
    budgets.pay(new Payment(claim.getCaseNumber(), processInstanceId, claim.getClaimant(), claim.getBudgetMonth(), claim.getSectionId(), claim.getCategory(), claim.getPaidAmount(),
        claim.getPaidOn()));
  }

  /** What approvers must know of the claim, English 中文, at most 4000 characters. */
  @Transactional(readOnly = true)
  public String facts(String processInstanceId, boolean approvalFound) {
    ExpenseClaim claim = of(processInstanceId);
    List<String> receipts = claim.getLines().stream().map(ExpenseLine::getReceiptNo).toList();
    return facts.text(claim, budgets.standing(claim.getBudgetMonth(), claim.getSectionId(), processInstanceId), approvalFound,
        repository.withReceipts(receipts, claim.getCaseNumber()));
  }

  /** Follows corrected words. */
  public void correct(String processInstanceId, Claim claim) {
    of(processInstanceId).correct(claim);
  }

  /** Closes the claim in the transaction in which its process ends. One that ends before it was complete has nothing to close. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      repository.findByProcessInstanceId(ended.processInstanceId()).ifPresent(claim -> {
        claim.end(outcome(ended), clock.instant());
        budgets.release(ended.processInstanceId());
      });
    }
  }

  /** More than one end event may have the same outcome: refusedByFinance is refused. */
  private static Status outcome(CaseEnded ended) {
    return Status.valueOf(ended.outcome().replaceFirst("By[A-Z].*", "").toUpperCase(Locale.ROOT));
  }

  private ExpenseClaim of(String processInstanceId) {
    return repository.findByProcessInstanceId(processInstanceId)
        .orElseThrow(() -> new IllegalStateException("The register has no expense claim for process instance " + processInstanceId + "."));
  }
}
