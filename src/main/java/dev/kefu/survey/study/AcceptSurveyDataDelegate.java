package dev.kefu.survey.study;

import java.math.BigDecimal;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes over the data of an agency, where they were accepted. */
@Component
@RequiredArgsConstructor
class AcceptSurveyDataDelegate implements JavaDelegate {

  private final Surveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    boolean accepted = "accepted".equals(execution.getVariable("commissionOutcome"));
    execution.setVariable("dataAccepted", accepted);
    if (accepted) {
      String agency = (String) execution.getVariable("agencyName");
      BigDecimal fee = new BigDecimal((String) execution.getVariable("agencyFee"));
      surveys.get((Long) execution.getVariable("surveyId")).bought(agency, fee);
      execution.setVariable("dataFacts", "**Data of an agency 調研機構數據:** " + agency + " · " + SurveyWords.money(fee));
    }
  }
}
