package dev.kefu.complaint.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the customer's word on the remedy into the ledger. */
@Component
@RequiredArgsConstructor
class NoteComplaintVerificationDelegate implements JavaDelegate {

  private final Complaints complaints;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    boolean confirmed = "yes".equals(FormData.read(execution, "verification", Verification.class).confirmed());
    if (confirmed) {
      complaint.confirm(clock.instant());
    }
    execution.setVariable("confirmed", confirmed);
  }

  /**
   * The form complaint-handling-execution-verify.
   *
   * @param confirmed {@code yes} or {@code no}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Verification(String confirmed) {
  }
}
