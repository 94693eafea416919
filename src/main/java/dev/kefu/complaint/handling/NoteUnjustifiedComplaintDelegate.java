package dev.kefu.complaint.handling;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the quality procedure found the complaint unjustified and explained it. */
@Component
@RequiredArgsConstructor
class NoteUnjustifiedComplaintDelegate implements JavaDelegate {

  private final Complaints complaints;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    complaints.get((Long) execution.getVariable("complaintId")).solve("explained", clock.instant());
    execution.setVariable("settlement", "explained");
  }
}
