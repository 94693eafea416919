package dev.kefu.survey.agency;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.NotificationTemplates;
import dev.kefu.notification.Notifications;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins a round of offers: each agency that has not offered yet is asked by mail. */
@Component
@RequiredArgsConstructor
class InviteAgenciesDelegate implements JavaDelegate {

  private final Commissions commissions;
  private final Notifications notifications;
  private final WorkingCalendar calendar;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Commission commission = commissions.get((Long) execution.getVariable("commissionId"));
    Instant due = calendar.due(clock.instant(), TimeSpan.parse((String) execution.getVariable("offersWithin")));
    for (Invitation invitation : commission.invite()) {
      notifications.send(new Notification("commission/%d/invite/%d/%s".formatted(commission.getId(), commission.getRoundNo(), Integer.toHexString(invitation.email().hashCode())), Recipient.outsider(invitation.email()),
          NotificationTemplates.AGENCY_INVITATION, commission.getCaseNumber(), Map.of("agency", invitation.agency() + ", " + invitation.contact(), "survey", commission.getSurveyTitle(), "brief",
          commission.getBrief(), "ceiling", commission.getFeeCeiling().toPlainString(), "due", commission.getDueOn().toString(), "until", due.atZone(clock.getZone()).toLocalDate().toString())));
    }
    execution.setVariables(Map.of("biddingRound", commission.getRoundNo(), "offersDue", Date.from(due), "returnNote", ""));
  }
}
