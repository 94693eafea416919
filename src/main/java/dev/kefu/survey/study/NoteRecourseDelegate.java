package dev.kefu.survey.study;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes how a commission that came to nothing goes on; in house with part-time interviewers where less than two people are free. */
@Component
@RequiredArgsConstructor
class NoteRecourseDelegate implements JavaDelegate {

  private static final int ENOUGH_STAFF = 2;

  private final Surveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    String recourse = FormData.read(execution, "goingOn", GoingOn.class).recourse();
    Survey survey = surveys.get((Long) execution.getVariable("surveyId"));
    execution.setVariable("commissionAgain", "again".equals(recourse));
    execution.setVariable("surveyOutcome", "cancel".equals(recourse) ? "cancelled" : SurveyWords.OPEN);
    if ("inHouse".equals(recourse)) {
      survey.mode(survey.getStaffFree() >= ENOUGH_STAFF ? SurveyWords.IN_HOUSE : SurveyWords.PART_TIME);
    }
    execution.setVariable("surveyMode", survey.getMode());
  }

  /** The form customer-survey-commission-go-on. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record GoingOn(String recourse) {
  }
}
