package dev.kefu.complaint.handling;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the quality procedure remedied the matter. */
@Component
@RequiredArgsConstructor
class NoteQualityRemedyDelegate implements JavaDelegate {

  private final Complaints complaints;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    complaint.remedyByQualityProcedure((String) execution.getVariable("remedyResult"), clock.instant());
    execution.setVariable("remedyState", "done");
    execution.setVariable("settlement", "remedied");
  }
}
