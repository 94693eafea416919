package dev.kefu.complaint.handling;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what the quality procedure carried out; the customer is asked to confirm it. */
@Component
@RequiredArgsConstructor
class NoteQualityRemedyDelegate implements JavaDelegate {

  private final Complaints complaints;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    complaint.remedy((String) execution.getVariable("remedyResult"));
    execution.setVariable("remedyState", "done");
    execution.setVariable("settlement", "remedied");
  }
}
