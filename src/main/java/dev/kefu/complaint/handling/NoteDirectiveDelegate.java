package dev.kefu.complaint.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the next level orders. */
@Component
@RequiredArgsConstructor
class NoteDirectiveDelegate implements JavaDelegate {

  private final Complaints complaints;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    String instruction = FormData.read(execution, "directive", Directive.class).instruction();
    complaint.decideEscalation(instruction);
    execution.setVariable("instruction", instruction);
  }

  /**
   * The form complaint-handling-escalation-escalate.
   *
   * @param instruction the order for the new proposal
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Directive(String instruction) {
  }
}
