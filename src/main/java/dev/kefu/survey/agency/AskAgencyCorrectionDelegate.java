package dev.kefu.survey.agency;

import dev.kefu.engine.FormData;
import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.NotificationTemplates;
import dev.kefu.notification.Notifications;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the agency what to correct, and until when. */
@Component
@RequiredArgsConstructor
class AskAgencyCorrectionDelegate implements JavaDelegate {

  private final Commissions commissions;
  private final Notifications notifications;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Commission commission = commissions.get((Long) execution.getVariable("commissionId"));
    notifications.send(new Notification("commission/%d/correction".formatted(commission.getId()), Recipient.outsider(commission.getAgencyEmail()), NotificationTemplates.AGENCY_CORRECTION,
        commission.getCaseNumber(), Map.of("agency", commission.getAgency(), "survey", commission.getSurveyTitle(), "findings", FormData.read(execution, "checking", Checking.class).findings(), "until",
        ((Date) execution.getVariable("graceEnds")).toInstant().atZone(clock.getZone()).toLocalDate().toString())));
  }
}
