package dev.kefu.governance.expense;

import dev.kefu.budget.Category;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One claim, from the day it is complete to its payment or refusal. While it is approved and not yet paid, its total is reserved in the month's budget. */
@Entity
@Table(name = "governance_expense_claims")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class ExpenseClaim {

  /** Where a claim stands; the last five are ends. */
  enum Status {
    CLAIMED, RETURNED, APPROVED, PAID, REFUSED, REJECTED, WITHDRAWN, CANCELLED;

    boolean isEnd() {
      return compareTo(APPROVED) > 0;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String claimant;
  private String claimantRole;
  private String sectionId;
  private String budgetMonth;
  @Enumerated(EnumType.STRING)
  private Category category;
  private LocalDate spentOn;
  private LocalDate claimedOn;
  private BigDecimal total;
  private String preApprovalNo;
  private String oralApprover;
  private boolean receiptAltered;
  private String overReason;
  private String approver;
  private String grounds;
  @Enumerated(EnumType.STRING)
  private Status status = Status.CLAIMED;
  private int timesReturned;
  private BigDecimal paidAmount;
  private LocalDate paidOn;
  private Instant openedAt;
  private Instant endedAt;
  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "governance_expense_lines", joinColumns = @JoinColumn(name = "claim_id"))
  @OrderColumn(name = "line_no")
  private List<ExpenseLine> lines = new ArrayList<>();
  @Version
  private int version;

  ExpenseClaim(String caseNumber, String processInstanceId, Claimant claimant, Claim claim, LocalDate claimedOn, Instant openedAt) {
    this.caseNumber = caseNumber;
    this.processInstanceId = processInstanceId;
    this.claimant = claimant.userId();
    this.claimantRole = claimant.role();
    this.sectionId = claimant.section();
    this.claimedOn = claimedOn;
    this.openedAt = openedAt;
    take(claim);
  }

  private void take(Claim claim) {
    category = Category.of(claim.category());
    spentOn = claim.spentOn();
    budgetMonth = claim.budgetMonth();
    total = claim.total();
    preApprovalNo = claim.preApproved() ? claim.preApprovalNo() : null;
    oralApprover = claim.oralApproval() ? claim.oralApprover() : null;
    receiptAltered = claim.receiptAltered();
    overReason = claim.overReason();
    lines.clear();
    claim.items().stream().map(ExpenseLine::new).forEach(lines::add);
  }

  /**
   * Takes the claim as it was sent again.
   *
   * @throws IllegalStateException when it is approved or has ended
   */
  void claimAgain(Claim claim) {
    mustBe("claim again", Status.CLAIMED, Status.RETURNED);
    take(claim);
    status = Status.CLAIMED;
  }

  /**
   * Takes corrected words. What the rule was asked, and with it amounts and days, stays: to change that, the claim is returned.
   *
   * @throws IllegalArgumentException when the correction goes further
   * @throws IllegalStateException when the claim does not wait for its check
   */
  void correct(Claim claim) {
    mustBe("correct", Status.CLAIMED);
    ExpenseClaim corrected = new ExpenseClaim(caseNumber, processInstanceId, new Claimant(claimant, claimantRole, sectionId), claim, claimedOn, openedAt);
    if (!ruleFacts().equals(corrected.ruleFacts())) {
      throw new IllegalArgumentException("Category, days, amounts, receipts and approvals of a claim are changed by returning it 類別、日期、金額、單據及審批須退回後修改");
    }
    take(claim);
  }

  private List<Object> ruleFacts() {
    List<Object> facts = new ArrayList<>(List.of(category, spentOn, total.stripTrailingZeros(), String.valueOf(preApprovalNo), oralApprover == null, receiptAltered));
    lines.forEach(line -> facts.add(List.of(line.getSpentOn(), line.getAmount().stripTrailingZeros(), line.getReceiptNo(), line.isPurchase())));
    return facts;
  }

  /**
   * Notes what the rule says.
   *
   * @param decidedBy role that approves last, or null when the claim is refused
   * @throws IllegalStateException when the claim does not wait for its check
   */
  void check(String decidedBy, String why) {
    mustBe("check", Status.CLAIMED);
    approver = decidedBy;
    grounds = why;
  }

  /**
   * Goes back to the claimant; what was reserved is free again.
   *
   * @throws IllegalStateException when it has ended
   */
  void giveBack() {
    mustRun("return");
    if (status != Status.RETURNED) {
      timesReturned++;
      status = Status.RETURNED;
    }
  }

  /**
   * Is approved by the manager: its total is reserved from now on. A second time changes nothing.
   *
   * @throws IllegalStateException when it was returned or has ended
   */
  void approve() {
    mustBe("approve", Status.CLAIMED, Status.APPROVED);
    status = Status.APPROVED;
  }

  /**
   * Is paid. A second time changes nothing.
   *
   * @throws IllegalStateException when it is not approved
   * @throws IllegalArgumentException when the amount is not above zero or is above the total
   */
  void pay(BigDecimal amount, LocalDate day) {
    mustBe("pay", Status.APPROVED);
    if (amount.signum() <= 0 || amount.compareTo(total) > 0) {
      throw new IllegalArgumentException(caseNumber + " claims " + total + "; " + amount + " cannot be paid.");
    }
    paidAmount = amount;
    paidOn = day;
  }

  /**
   * Ends the claim; repeating the same end changes nothing.
   *
   * @throws IllegalStateException when it ended otherwise, or is to be paid without a payment
   */
  void end(Status outcome, Instant when) {
    if (status == outcome) {
      return;
    }
    mustRun("end as " + outcome);
    if (outcome == Status.PAID && paidAmount == null) {
      throw new IllegalStateException(caseNumber + " cannot end as paid: nothing was booked.");
    }
    status = outcome;
    endedAt = when;
  }

  private void mustRun(String action) {
    if (status.isEnd()) {
      throw new IllegalStateException("Cannot " + action + ": " + caseNumber + " has ended as " + status + ".");
    }
  }

  private void mustBe(String action, Status... allowed) {
    if (!List.of(allowed).contains(status)) {
      throw new IllegalStateException("Cannot " + action + ": " + caseNumber + " is " + status + ".");
    }
  }
}
