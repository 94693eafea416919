package dev.kefu.complaint.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the handler into the ledger. */
@Component
@RequiredArgsConstructor
class NoteComplaintHandlerDelegate implements JavaDelegate {

  private final Complaints complaints;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    Assignment assignment = FormData.read(execution, "assignment", Assignment.class);
    complaint.assign(assignment.handler(), clock.instant());
    execution.setVariable("handler", assignment.handler());
  }

  /**
   * The form complaint-handling-inquiry-assign.
   *
   * @param handler user id
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Assignment(String handler) {
  }
}
