package dev.kefu.complaint.handling;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the ledger what was carried out. */
@Component
@RequiredArgsConstructor
class NoteComplaintRemedyDelegate implements JavaDelegate {

  private final Complaints complaints;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    complaint.remedy((String) execution.getVariable("remedyResult"));
  }
}
