package dev.kefu.survey.study;

import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the report down for its review; conclusions that do not stand in the order of their weight are refused. */
@Component
@RequiredArgsConstructor
class NoteSurveyReportDelegate implements JavaDelegate {

  private final Surveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    ReportForm form = FormData.read(execution, "report", ReportForm.class).checked();
    form.into(surveys.get((Long) execution.getVariable("surveyId")));
    execution.setVariable("reportFacts", form.facts());
  }
}
