package dev.kefu.complaint.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the ledger whom the general manager's office found responsible. */
@Component
@RequiredArgsConstructor
class NoteOfficeFindingDelegate implements JavaDelegate {

  private final Complaints complaints;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    Finding finding = FormData.read(execution, "finding", Finding.class);
    complaint.holdLiable(finding.responsible());
    execution.setVariable("liableDepartment", finding.responsible());
    execution.setVariable("inquiryFacts", ComplaintFacts.join(ComplaintFacts.liability(finding.responsible()),
        (String) execution.getVariable("inquiryFacts"), finding.statement()));
  }

  /**
   * The form complaint-handling-inquiry-find-responsible.
   *
   * @param responsible code of the department
   * @param statement how it was found
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Finding(String responsible, String statement) {
  }
}
