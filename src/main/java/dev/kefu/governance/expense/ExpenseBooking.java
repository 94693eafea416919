package dev.kefu.governance.expense;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;

/** One row of the expense ledger; nothing in it ever changes. */
@Entity
@Immutable
@Table(name = "governance_expense_bookings")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class ExpenseBooking {

  /** A payment, or a row that takes one back. */
  enum Kind {
    PAYMENT, REVERSAL
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  @Enumerated(EnumType.STRING)
  private Kind kind;
  private Long reverses;
  private String claimant;
  private String sectionId;
  private String budgetMonth;
  @Enumerated(EnumType.STRING)
  private Category category;
  private BigDecimal amount;
  private LocalDate paidOn;
  private String reason;
  private String bookedBy;
  private Instant bookedAt;

  private ExpenseBooking(Kind kind, Instant bookedAt) {
    this.kind = kind;
    this.bookedAt = bookedAt;
  }

  static ExpenseBooking payment(ExpenseClaim claim, Instant bookedAt) {
    ExpenseBooking booking = new ExpenseBooking(Kind.PAYMENT, bookedAt);
    booking.caseNumber = claim.getCaseNumber();
    booking.claimant = claim.getClaimant();
    booking.sectionId = claim.getSectionId();
    booking.budgetMonth = claim.getBudgetMonth();
    booking.category = claim.getCategory();
    booking.amount = claim.getPaidAmount();
    booking.paidOn = claim.getPaidOn();
    return booking;
  }

  /** The row that takes this one back. */
  ExpenseBooking reversal(String why, String bookedBy, LocalDate day, Instant bookedAt) {
    ExpenseBooking booking = new ExpenseBooking(Kind.REVERSAL, bookedAt);
    booking.caseNumber = caseNumber;
    booking.reverses = id;
    booking.claimant = claimant;
    booking.sectionId = sectionId;
    booking.budgetMonth = budgetMonth;
    booking.category = category;
    booking.amount = amount.negate();
    booking.paidOn = day;
    booking.reason = why;
    booking.bookedBy = bookedBy;
    return booking;
  }
}
