package dev.kefu.survey.plan;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins the surveys whose day has come. */
@Component
@RequiredArgsConstructor
class StartDueSurveysDelegate implements JavaDelegate {

  private final DueSurveys dueSurveys;

  @Override
  public void execute(DelegateExecution execution) {
    begin(dueSurveys, execution);
  }

  /** Starts each as a case of its own. */
  static void begin(DueSurveys due, DelegateExecution execution) {
    due.begin(facts -> execution.getProcessEngineServices().getRuntimeService().startProcessInstanceByKey(SurveyPlans.SURVEY, facts).getBusinessKey());
  }
}
