package dev.kefu.complaint.remedy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.complaint.remedy.RemedyItem.Trace;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the booking of the signed allowance into the register. */
@Component
@RequiredArgsConstructor
class BookAllowanceDelegate implements JavaDelegate {

  private final Remedies remedies;

  @Override
  public void execute(DelegateExecution execution) {
    Booking booking = FormData.read(execution, "booking", Booking.class);
    String by = Performer.of(execution);
    remedies.change((String) execution.getVariable("remedyInstance"), remedy -> remedy.book(booking.bookedOn(), new Trace(by, booking.voucherNo())));
  }

  /**
   * The form complaint-remedy-book-allowance.
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Booking(LocalDate bookedOn, String voucherNo) {
  }
}
