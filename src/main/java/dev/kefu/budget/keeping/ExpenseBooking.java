package dev.kefu.budget.keeping;

import dev.kefu.budget.Category;
import dev.kefu.budget.Payment;
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
@Table(name = "budget_bookings")
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
  private String processInstanceId;
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

  static ExpenseBooking payment(Payment payment, Instant bookedAt) {
    ExpenseBooking booking = new ExpenseBooking(Kind.PAYMENT, bookedAt);
    booking.caseNumber = payment.caseNumber();
    booking.processInstanceId = payment.processInstanceId();
    booking.claimant = payment.payee();
    booking.sectionId = payment.section();
    booking.budgetMonth = payment.month();
    booking.category = payment.category();
    booking.amount = payment.amount();
    booking.paidOn = payment.paidOn();
    return booking;
  }

  /** The row that takes this one back. */
  ExpenseBooking reversal(String why, String bookedBy, LocalDate day, Instant bookedAt) {
    ExpenseBooking booking = new ExpenseBooking(Kind.REVERSAL, bookedAt);
    booking.caseNumber = caseNumber;
    booking.processInstanceId = processInstanceId;
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
