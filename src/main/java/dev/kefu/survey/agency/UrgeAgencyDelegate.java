package dev.kefu.survey.agency;

import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.NotificationTemplates;
import dev.kefu.notification.Notifications;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the agency that its report is late, and what that costs so far. */
@Component
@RequiredArgsConstructor
class UrgeAgencyDelegate implements JavaDelegate {

  private final Commissions commissions;
  private final Notifications notifications;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Commission commission = commissions.get((Long) execution.getVariable("commissionId"));
    LocalDate today = LocalDate.now(clock);
    int days = commission.daysLate(today);
    notifications.send(new Notification("commission/%d/urge/%s".formatted(commission.getId(), today), Recipient.outsider(commission.getAgencyEmail()), NotificationTemplates.AGENCY_URGE, commission.getCaseNumber(),
        Map.of("agency", commission.getAgency(), "survey", commission.getSurveyTitle(), "due", commission.getDueOn().toString(), "days", String.valueOf(days), "penalty",
            commission.penaltyFor(days).toPlainString())));
  }
}
