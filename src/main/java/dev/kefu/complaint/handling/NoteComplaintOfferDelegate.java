package dev.kefu.complaint.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.calendar.TimeSpan;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the contacts and the customer's word on the offer. */
@Component
@RequiredArgsConstructor
class NoteComplaintOfferDelegate implements JavaDelegate {

  private final Complaints complaints;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    Offer offer = FormData.read(execution, "offer", Offer.class);
    complaint.keepContacts(offer.contacts().stream().map(CustomerContact::new).toList());
    String result = ContactResult.of(offer.outcome(), complaints.isOutOfReach(complaint, ((Number) execution.getVariable("attempts")).intValue(),
        TimeSpan.parse((String) execution.getVariable("attemptWindow"))));
    if ("accepted".equals(result)) {
      complaint.solve("remedied", clock.instant());
    }
    execution.setVariable("contactResult", result);
  }

  /**
   * The form complaint-handling-solution-offer.
   *
   * @param outcome {@code accepted}, {@code refused} or {@code notReached}
   * @param contacts contacts and attempts
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Offer(String outcome, List<CustomerContact.Row> contacts) {
  }
}
