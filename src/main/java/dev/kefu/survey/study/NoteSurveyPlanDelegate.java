package dev.kefu.survey.study;

import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the approved plan into the register. */
@Component
@RequiredArgsConstructor
class NoteSurveyPlanDelegate implements JavaDelegate {

  private final Surveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    SurveyPlan plan = FormData.read(execution, "plan", SurveyPlan.class);
    surveys.get((Long) execution.getVariable("surveyId")).plan(plan.leader(), plan.total(), plan.fieldEnd());
    execution.setVariable("planOutcome", SurveyWords.OPEN);
  }
}
