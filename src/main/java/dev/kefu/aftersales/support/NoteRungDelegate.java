package dev.kefu.aftersales.support;

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

/** A time has come: notes it, tells those whom the table support-escalation names when it was missed, and sets the next one. */
@Component
@RequiredArgsConstructor
class NoteRungDelegate implements JavaDelegate {

  private final SupportTickets tickets;
  private final Notifications notifications;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    SupportTicket ticket = tickets.get((Long) execution.getVariable("ticketId"));
    String told = (String) execution.getVariable("toldRoles");
    ticket.nextRung().ifPresent(rung -> {
      if (ticket.reach(rung, told, clock.instant())) {
        notifications.send(new Notification("support/" + ticket.getId() + "/" + rung.code(), Recipient.role(told), NotificationTemplates.SUPPORT_OVERDUE, ticket.getCaseNumber(),
            Map.of("time", rung.label(), "summary", (String) execution.getVariable("ticketFacts"))));
      }
    });
    showNext(execution, ticket);
  }

  /** Sets the variables of the next time to come; the last one stays when there is none, because the model names it. */
  static void showNext(DelegateExecution execution, SupportTicket ticket) {
    Rung next = ticket.nextRung().orElse(null);
    execution.setVariable("rungWaiting", next != null);
    execution.setVariable("rung", next == null ? "" : next.code());
    execution.setVariable("rungDue", Date.from(ticket.dueOf(next == null ? Rung.FULL : next)));
  }
}
