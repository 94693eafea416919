package dev.kefu.survey.study;

import dev.kefu.engine.FormData;
import dev.kefu.survey.questionnaire.Analysis;
import dev.kefu.survey.questionnaire.FieldWork;
import dev.kefu.survey.questionnaire.Questionnaires;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Counts what is left after the data were tidied, or takes over what an agency says; fills in what the answers say of the respondents. */
@Component
@RequiredArgsConstructor
class NoteTidyingDelegate implements JavaDelegate {

  private final Questionnaires questionnaires;
  private final Surveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    Survey survey = surveys.get((Long) execution.getVariable("surveyId"));
    Map<String, Object> known = new HashMap<>();
    if (SurveyWords.COMMISSIONED.equals(survey.getMode())) {
      FormData.read(execution, "tidying", AgencyFigures.class).into(survey);
      execution.setVariable("resultFacts", "**Valid 有效:** " + survey.getValidAnswers() + " / " + survey.getIssued());
    } else {
      FieldWork work = questionnaires.fieldWork(survey.getSurveyNo());
      survey.figures(work.issued(), work.valid(), work.recheckedShare(), work.recheckedInvalidShare());
      Analysis analysis = questionnaires.analysis(survey.getSurveyNo());
      execution.setVariable("resultFacts", Counts.facts(analysis));
      known.putAll(Counts.subjects(analysis));
    }
    execution.setVariable("analysis", Spin.JSON(known));
  }
}
