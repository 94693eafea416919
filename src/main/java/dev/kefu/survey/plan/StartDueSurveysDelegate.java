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
    dueSurveys.begin(execution.getProcessEngineServices().getRuntimeService());
  }
}
