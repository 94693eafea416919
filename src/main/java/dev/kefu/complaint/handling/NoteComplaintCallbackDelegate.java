package dev.kefu.complaint.handling;

import java.time.Clock;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the satisfaction into the ledger; who is dissatisfied for the first time is served again, with the times counted anew. */
@Component
@RequiredArgsConstructor
class NoteComplaintCallbackDelegate implements JavaDelegate {

  private final Complaints complaints;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    boolean again = complaint.callBack((Integer) execution.getVariable("satisfaction"), (Boolean) execution.getVariable("dissatisfied"), clock.instant());
    execution.setVariable("assignAgain", again);
    execution.setVariable("answerSince", again ? Date.from(clock.instant()) : execution.getVariable("answerSince"));
    execution.setVariable("solveSince", again ? Date.from(clock.instant()) : execution.getVariable("solveSince"));
  }
}
