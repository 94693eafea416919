package dev.kefu.budget.keeping;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The expense ledger for programs: managers and finance read it, the finance manager reverses what was booked by mistake (SecurityConfiguration). */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/expense-bookings/{caseNumber}")
class ExpenseBookingController {

  private static final int LONGEST_REASON = 500;

  private final ExpenseLedger ledger;

  /**
   * A row of the ledger.
   *
   * @param kind {@code PAYMENT} or {@code REVERSAL}
   * @param amount in yuan; below zero for a reversal
   */
  record Row(long id, String kind, String section, String month, String category, BigDecimal amount, LocalDate paidOn, String reason) {

    private static Row of(ExpenseBooking booking) {
      return new Row(booking.getId(), booking.getKind().name(), booking.getSectionId(), booking.getBudgetMonth(), booking.getCategory().code(), booking.getAmount(),
          booking.getPaidOn(), booking.getReason());
    }
  }

  /**
   * A reversal to be.
   *
   * @param reason 1 to 500 characters
   * @param booking id of the payment; needed when the case has more than one
   */
  record WantedReversal(String reason, Long booking) {
  }

  @GetMapping
  List<Row> bookings(@PathVariable String caseNumber) {
    return ledger.of(caseNumber).stream().map(Row::of).toList();
  }

  /** Takes a payment back; a second time answers with the same row. */
  @PostMapping("/reversal")
  Row reverse(@PathVariable String caseNumber, @RequestBody WantedReversal wanted, Principal caller) {
    if (wanted.reason() == null || wanted.reason().isBlank() || wanted.reason().length() > LONGEST_REASON) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "reason: 1 to " + LONGEST_REASON + " characters 原因為必填");
    }
    List<ExpenseBooking> payments = ledger.payments(caseNumber).stream().filter(payment -> wanted.booking() == null || wanted.booking().equals(payment.getId())).toList();
    if (payments.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing was paid for " + caseNumber + " 無付款記錄");
    }
    if (payments.size() > 1) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "booking: " + caseNumber + " was paid more than once; say which 該案件有多筆付款,請指明");
    }
    return Row.of(ledger.takeBack(payments.get(0), wanted.reason().strip(), caller.getName()));
  }
}
