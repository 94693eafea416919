package dev.kefu.complaint.handling;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the ledger whom the table holds liable, and into what later steps read unless the office is yet to find out. */
@Component
@RequiredArgsConstructor
class NoteLiabilityDelegate implements JavaDelegate {

  private final Complaints complaints;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    String liable = (String) execution.getVariable("liable");
    complaint.holdLiable(liable);
    execution.setVariable("liableDepartment", liable);
    if (!"unclear".equals(liable)) {
      execution.setVariable("inquiryFacts", ComplaintFacts.join(ComplaintFacts.liability(liable), (String) execution.getVariable("inquiryFacts")));
    }
  }
}
