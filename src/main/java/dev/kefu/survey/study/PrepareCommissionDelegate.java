package dev.kefu.survey.study;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A commission is open until there are data or somebody decides otherwise. */
@Component
@RequiredArgsConstructor
class PrepareCommissionDelegate implements JavaDelegate {

  private final Surveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    surveys.get((Long) execution.getVariable("surveyId")).mode(SurveyWords.COMMISSIONED);
    execution.setVariables(Map.of("surveyOutcome", SurveyWords.OPEN, "surveyMode", SurveyWords.COMMISSIONED, "dataFacts", ""));
  }
}
