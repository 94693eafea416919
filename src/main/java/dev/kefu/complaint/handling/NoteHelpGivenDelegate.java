package dev.kefu.complaint.handling;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that what was said is no complaint and goes on as a case of customer-help. */
@Component
@RequiredArgsConstructor
class NoteHelpGivenDelegate implements JavaDelegate {

  private final Complaints complaints;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    complaint.solve("help", clock.instant());
    execution.setVariable("settlement", "help");
  }
}
