package dev.kefu.complaint.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.math.BigDecimal;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Writes remedy and amount into the ledger and puts together what the approver reads. */
@Component
@RequiredArgsConstructor
class NoteComplaintProposalDelegate implements JavaDelegate {

  private final Complaints complaints;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    Proposal proposal = FormData.read(execution, "proposal", Proposal.class);
    complaint.propose(proposal.remedies(), proposal.amount());
    String facts = ComplaintFacts.remedy(proposal.remedies(), proposal.amount(), proposal.basis());
    execution.setVariable("remedies", Spin.JSON(proposal.remedies()));
    execution.setVariable("remedyAmount", proposal.amount().toPlainString());
    execution.setVariable("amount", proposal.amount().doubleValue());
    execution.setVariable("recall", proposal.remedies().contains("recall"));
    execution.setVariable("remedyFacts", facts);
    execution.setVariable("approvalFacts", ComplaintFacts.join(facts, (String) execution.getVariable("complaintFacts"), (String) execution.getVariable("inquiryFacts")));
    execution.setVariable("drafter", drafter(execution));
    if (execution.getVariable("returns") == null) {
      execution.setVariable("returns", 0);
    }
  }

  /** Whoever sent the form; the handler where a machine did. */
  private static String drafter(DelegateExecution execution) {
    var person = execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    return person == null ? (String) execution.getVariable("handler") : person.getUserId();
  }

  /**
   * The form complaint-handling-solution-propose.
   *
   * @param remedies codes of the remedies
   * @param amount yuan
   * @param basis why so much
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Proposal(List<String> remedies, BigDecimal amount, String basis) {
  }
}
