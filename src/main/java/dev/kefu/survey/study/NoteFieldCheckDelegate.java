package dev.kefu.survey.study;

import dev.kefu.survey.questionnaire.FieldWork;
import dev.kefu.survey.questionnaire.Questionnaires;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Brings what the call-backs found before the table of quality. */
@Component
@RequiredArgsConstructor
class NoteFieldCheckDelegate implements JavaDelegate {

  private final Questionnaires questionnaires;
  private final Surveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    Survey survey = surveys.get((Long) execution.getVariable("surveyId"));
    FieldWork work = questionnaires.fieldWork(survey.getSurveyNo());
    execution.setVariable("recheckedShare", FieldQuality.calledBack(work).doubleValue());
    execution.setVariable("recheckedInvalid", work.recheckedInvalidShare().doubleValue());
    execution.setVariable("sampleResponse", work.responseOfSample().doubleValue());
    execution.setVariable("fieldExtended", survey.isExtended());
  }
}
