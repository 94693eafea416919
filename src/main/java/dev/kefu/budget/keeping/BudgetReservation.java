package dev.kefu.budget.keeping;

import dev.kefu.budget.Reservation;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;

/** One row of the reservations: what a case holds of a budget, or a row that frees it. Nothing in it ever changes. */
@Entity
@Immutable
@Table(name = "budget_reservations")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class BudgetReservation {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String caseNumber;
  private String processInstanceId;
  private String budgetMonth;
  private String sectionId;
  private BigDecimal amount;
  private Long reverses;
  private Instant bookedAt;

  BudgetReservation(Reservation reservation, Instant bookedAt) {
    this.caseNumber = reservation.caseNumber();
    this.processInstanceId = reservation.processInstanceId();
    this.budgetMonth = reservation.month();
    this.sectionId = reservation.section();
    this.amount = reservation.amount();
    this.bookedAt = bookedAt;
  }

  /** The row that frees this one. */
  BudgetReservation reversal(Instant when) {
    BudgetReservation reversal = new BudgetReservation(new Reservation(caseNumber, processInstanceId, budgetMonth, sectionId, amount.negate()), when);
    reversal.reverses = id;
    return reversal;
  }
}
