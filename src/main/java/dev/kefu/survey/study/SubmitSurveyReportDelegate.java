package dev.kefu.survey.study;

import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.NotificationTemplates;
import dev.kefu.notification.Notifications;
import java.time.Clock;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the report to the department that asked and to the general manager: they read it with the case. */
@Component
@RequiredArgsConstructor
class SubmitSurveyReportDelegate implements JavaDelegate {

  private final Surveys surveys;
  private final Notifications notifications;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Survey survey = surveys.get((Long) execution.getVariable("surveyId"));
    survey.submit(clock.instant());
    notifications.send(new Notification("survey/" + survey.getId() + "/report", Recipient.role("requesting-department,general-manager"), NotificationTemplates.SURVEY_REPORT, execution.getProcessBusinessKey(),
        Map.of("title", survey.getReportTitle(), "department", SurveyWords.DEPARTMENTS.get(survey.getRequestingDepartment()), "secrecy", SurveyWords.GRADES.get(survey.getSecrecyGrade()))));
    execution.setVariable("secrecyShown", SurveyWords.GRADES.get(survey.getSecrecyGrade()));
    execution.setVariable("surveyOutcome", "submitted");
  }
}
