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

/** Tells the user of the report, and the supervisor, that its date comes near and how far the survey is. */
@Component
@RequiredArgsConstructor
class WarnReportDateDelegate implements JavaDelegate {

  private final Surveys surveys;
  private final Notifications notifications;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Survey survey = surveys.get((Long) execution.getVariable("surveyId"));
    survey.warned(clock.instant());
    notifications.send(new Notification("survey/" + survey.getId() + "/due", Recipient.role("requesting-department,survey-supervisor"), NotificationTemplates.SURVEY_DUE, execution.getProcessBusinessKey(),
        Map.of("title", survey.getTitle(), "due", survey.getReportDate().toString(), "state", SurveyFiles.STATES.get(survey.getStatus().name()))));
  }
}
