package dev.kefu.complaint.handling;

import java.time.Clock;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Counts the escalation; the time for the solution begins anew. */
@Component
@RequiredArgsConstructor
class NoteComplaintEscalationDelegate implements JavaDelegate {

  private final Complaints complaints;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    execution.setVariable("escalations", complaint.escalate(clock.instant()));
    execution.setVariable("solveSince", Date.from(clock.instant()));
  }
}
