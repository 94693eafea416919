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

/** Keeps the contacts and says whether the customer was reached, is to be tried again, or counts as out of reach. */
@Component
@RequiredArgsConstructor
class NoteFirstContactDelegate implements JavaDelegate {

  private final Complaints complaints;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    Response response = FormData.read(execution, "response", Response.class);
    complaint.keepContacts(response.contacts().stream().map(CustomerContact::new).toList());
    String result = ContactResult.of(response.outcome(), complaints.isOutOfReach(complaint, ((Number) execution.getVariable("attempts")).intValue(),
        TimeSpan.parse((String) execution.getVariable("attemptWindow"))));
    if ("reached".equals(result)) {
      complaint.respond(clock.instant());
    }
    execution.setVariable("contactResult", result);
    execution.setVariable("responseFacts", response.wishes());
  }

  /**
   * The form complaint-handling-inquiry-respond.
   *
   * @param outcome {@code reached} or {@code notReached}
   * @param contacts contacts and attempts
   * @param wishes what the customer wants now, absent when not reached
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Response(String outcome, List<CustomerContact.Row> contacts, String wishes) {
  }
}
