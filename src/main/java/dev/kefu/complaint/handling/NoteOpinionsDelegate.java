package dev.kefu.complaint.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Adds the opinions of finance and legal counsel to what the approver reads. */
@Component
class NoteOpinionsDelegate implements JavaDelegate {


  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable("approvalFacts", ComplaintFacts.join("Finance 財務: " + FormData.read(execution, "financeHearing", Finance.class).financeOpinion(),
        "Legal 法務: " + FormData.read(execution, "legalHearing", Legal.class).legalOpinion(), (String) execution.getVariable("approvalFacts")));
  }

  /**
   * The form complaint-handling-solution-hear-finance.
   *
   * @param financeOpinion what finance says
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Finance(String financeOpinion) {
  }

  /**
   * The form complaint-handling-solution-hear-legal-counsel.
   *
   * @param legalOpinion what legal counsel says
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Legal(String legalOpinion) {
  }
}
