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

/** Keeps the contacts and the customer's word on the explanation. */
@Component
@RequiredArgsConstructor
class NoteExplanationDelegate implements JavaDelegate {

  private final Complaints complaints;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    Explanation explanation = FormData.read(execution, "explanation", Explanation.class);
    complaint.keepContacts(explanation.contacts().stream().map(CustomerContact::new).toList());
    String result = ContactResult.of(explanation.outcome(), complaints.isOutOfReach(complaint, ((Number) execution.getVariable("attempts")).intValue(),
        TimeSpan.parse((String) execution.getVariable("attemptWindow"))));
    if ("accepted".equals(result)) {
      complaint.solve("explained", clock.instant());
    }
    execution.setVariable("contactResult", result);
    execution.setVariable("settlement", "accepted".equals(result) ? "explained" : null);
  }

  /**
   * The form complaint-handling-inquiry-explain.
   *
   * @param outcome {@code accepted}, {@code refused} or {@code notReached}
   * @param contacts contacts and attempts
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Explanation(String outcome, List<CustomerContact.Row> contacts) {
  }
}
