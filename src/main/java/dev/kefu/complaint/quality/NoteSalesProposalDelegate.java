package dev.kefu.complaint.quality;

import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Writes opinion and amount into the register and puts together what the approver reads. */
@Component
@RequiredArgsConstructor
class NoteSalesProposalDelegate implements JavaDelegate {

  private final QualityCases register;

  @Override
  public void execute(DelegateExecution execution) {
    QualityCase quality = register.get((Long) execution.getVariable("qualityId"));
    SalesProposal proposal = FormData.read(execution, "salesProposal", SalesProposal.class);
    String by = Performer.of(execution);
    quality.propose(proposal, by);
    List<String> remedies = quality.remedyList();
    String facts = Words.paragraphs("Remedy 處理方式: " + Words.remedies(remedies), "Amount 金額: " + quality.getAmount().toPlainString() + " 元", "Basis 依據: " + proposal.basis());
    execution.setVariable("remedies", Spin.JSON(remedies));
    execution.setVariable("remedyAmount", quality.getAmount().toPlainString());
    execution.setVariable("amount", quality.getAmount().doubleValue());
    execution.setVariable("recall", remedies.contains("recall"));
    execution.setVariable("remedyFacts", facts);
    execution.setVariable("approvalFacts", Words.paragraphs(facts, "Sales 業務意見: " + proposal.salesOpinion(), (String) execution.getVariable("shareFacts"),
        (String) execution.getVariable("complaintFacts"), (String) execution.getVariable("inquiryFacts")));
    execution.setVariable("drafter", by);
  }
}
