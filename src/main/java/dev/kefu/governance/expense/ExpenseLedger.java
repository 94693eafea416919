package dev.kefu.governance.expense;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.governance.expense.ExpenseBooking.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The record expense-ledger 費用台帳: bookings are added, never changed; what was booked by mistake is reversed. */
@Service
@RequiredArgsConstructor
@Transactional
class ExpenseLedger {

  private final ExpenseBookingRepository bookings;
  private final AuditTrail audit;
  private final Clock clock;

  /** Books the payment of a claim, once. */
  public void book(ExpenseClaim claim) {
    if (bookings.findByCaseNumberAndKind(claim.getCaseNumber(), Kind.PAYMENT).isEmpty()) {
      bookings.save(ExpenseBooking.payment(claim, clock.instant()));
    }
  }

  /**
   * Takes a payment back, once; empty when the case has none.
   *
   * @param reason why
   * @param by user id
   */
  public Optional<ExpenseBooking> reverse(String caseNumber, String reason, String by) {
    return bookings.findByCaseNumberAndKind(caseNumber, Kind.PAYMENT).map(payment -> bookings.findByCaseNumberAndKind(caseNumber, Kind.REVERSAL)
        .orElseGet(() -> reverse(payment, reason, by)));
  }

  private ExpenseBooking reverse(ExpenseBooking payment, String reason, String by) {
    audit.write(new AuditRecord(AuditRecord.Kind.OPERATION, by, "reverse", "booking", String.valueOf(payment.getId()), payment.getCaseNumber(), Map.of("reason", reason)));
    return bookings.save(payment.reversal(reason, by, LocalDate.now(clock), clock.instant()));
  }

  @Transactional(readOnly = true)
  public List<ExpenseBooking> of(String caseNumber) {
    return bookings.findByCaseNumberOrderById(caseNumber);
  }
}
