package dev.kefu.survey.study;

import dev.kefu.survey.questionnaire.Questionnaires;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Tells the settlement with part-time interviewers, a case beside the survey, what each of them brought; where nobody waits, nobody was engaged. */
@Component
@RequiredArgsConstructor
class TellFieldWorkEndedDelegate implements JavaDelegate {

  private final Questionnaires questionnaires;

  @Override
  public void execute(DelegateExecution execution) {
    String surveyNo = (String) execution.getVariable("surveyNo");
    List<Map<String, Object>> rows = questionnaires.fieldWork(surveyNo).interviewers().stream().map(line -> Map.<String, Object>of("name", line.name(), "valid", line.valid(), "invalid", line.returned() - line.valid())).toList();
    execution.getProcessEngineServices().getRuntimeService().createMessageCorrelation("survey.fieldWorkEnded").processInstanceVariableEquals("surveyNo", surveyNo)
        .setVariable("fieldWork", Spin.JSON(Map.of("rows", rows))).correlateAll();
  }
}
