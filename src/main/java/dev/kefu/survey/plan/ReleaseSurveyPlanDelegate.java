package dev.kefu.survey.plan;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives each survey of the plan its day and begins what is due today. */
@Component
@RequiredArgsConstructor
class ReleaseSurveyPlanDelegate implements JavaDelegate {

  private final SurveyPlans plans;
  private final DueSurveys dueSurveys;

  @Override
  public void execute(DelegateExecution execution) {
    plans.release((Long) execution.getVariable("surveyPlanId"));
    StartDueSurveysDelegate.begin(dueSurveys, execution);
  }
}
