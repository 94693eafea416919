package dev.kefu.survey.credit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Adds the opinion of the finance manager to register and proposal. */
@Component
@RequiredArgsConstructor
class NoteCreditFinanceDelegate implements JavaDelegate {

  private final CreditSurveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    FinanceOpinion heard = FormData.read(execution, "financeOpinion", FinanceOpinion.class);
    surveys.of(execution.getProcessInstanceId()).hear(heard.opinion());
    execution.setVariable("proposalFacts", CreditWords.cut("**%s (%s)**\n\n".formatted(execution.getVariable("customerName"), execution.getVariable("customerCode"))
        + execution.getVariable("proposalFacts") + "\n\n**Finance 財務意見:** " + CreditWords.OPINIONS.get(heard.opinion())
        + (heard.financeNote() == null ? "" : " — " + heard.financeNote())));
  }

  /**
   * The form customer-credit-survey-finance.
   *
   * @param financeNote null when finance simply agrees
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record FinanceOpinion(String opinion, String financeNote) {
  }
}
