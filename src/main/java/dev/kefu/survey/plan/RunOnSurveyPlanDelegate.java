package dev.kefu.survey.plan;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the plan of last year run on for a quarter when the new one is not approved. */
@Component
@RequiredArgsConstructor
class RunOnSurveyPlanDelegate implements JavaDelegate {

  private final SurveyPlans plans;

  @Override
  public void execute(DelegateExecution execution) {
    plans.runOn();
  }
}
