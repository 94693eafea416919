package dev.kefu.survey.study;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A report begins without remarks. */
@Component
class PrepareSurveyReportDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable("returnNote", "");
    if (execution.getVariable("dataFacts") == null) {
      execution.setVariable("dataFacts", "");
    }
  }
}
