package dev.kefu.budget.keeping;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.budget.Payment;
import dev.kefu.budget.keeping.ExpenseBooking.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

  /** Books the payment of a process instance, once. */
  public void book(Payment payment) {
    if (bookings.findByProcessInstanceIdAndKind(payment.processInstanceId(), Kind.PAYMENT).isEmpty()) {
      bookings.save(ExpenseBooking.payment(payment, clock.instant()));
    }
  }

  /** What was paid for a case: more than one payment when procedures that it called spent, too. */
  @Transactional(readOnly = true)
  public List<ExpenseBooking> payments(String caseNumber) {
    return of(caseNumber).stream().filter(booking -> booking.getKind() == Kind.PAYMENT).toList();
  }

  /**
   * Takes a payment back, once.
   *
   * @param reason why
   * @param by user id
   */
  public ExpenseBooking takeBack(ExpenseBooking payment, String reason, String by) {
    return bookings.findByProcessInstanceIdAndKind(payment.getProcessInstanceId(), Kind.REVERSAL).orElseGet(() -> reverse(payment, reason, by));
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
