package dev.kefu.survey.study;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.math.BigDecimal;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes how it goes on: a smaller plan, more money of the annual plan, or not at all. */
@Component
@RequiredArgsConstructor
class NoteAmendmentDelegate implements JavaDelegate {

  private final Surveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    Amendment amendment = FormData.read(execution, "amendment", Amendment.class);
    boolean goesOn = !"cancel".equals(amendment.decision());
    if ("raise".equals(amendment.decision())) {
      surveys.get((Long) execution.getVariable("surveyId")).raiseBudget(amendment.newBudget());
    }
    execution.setVariable("surveyGoesOn", goesOn);
    execution.setVariable("returnNote", "**To be amended 須修訂:** " + amendment.reason() + (amendment.newBudget() == null ? "" : " · " + SurveyWords.money(amendment.newBudget()) + " (" + amendment.approvedUnder() + ")"));
    execution.setVariable("planOutcome", goesOn ? "rejected" : "cancelled");
  }

  /** The form customer-survey-planning-amend-plan. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Amendment(String decision, BigDecimal newBudget, String approvedUnder, String reason) {
  }
}
