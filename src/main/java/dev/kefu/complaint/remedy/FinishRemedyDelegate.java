package dev.kefu.complaint.remedy;

import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.NotificationTemplates;
import dev.kefu.notification.Notifications;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the result back to the caller and tells the handler, or the complaint supervisor where nobody is in charge. */
@Component
@RequiredArgsConstructor
class FinishRemedyDelegate implements JavaDelegate {

  private static final int LONGEST_VARIABLE = 4000;
  private static final String NOBODY_IN_CHARGE = "complaint-supervisor";

  private final Remedies remedies;
  private final Notifications notifications;

  @Override
  public void execute(DelegateExecution execution) {
    RemedyOrder order = remedies.of(execution.getProcessInstanceId());
    String result = order.result();
    execution.setVariable("remedyResult", result.length() > LONGEST_VARIABLE ? result.substring(0, LONGEST_VARIABLE) : result);
    execution.setVariable("allAccepted", order.allAccepted());
    Recipient handler = order.getHandler() == null ? Recipient.role(NOBODY_IN_CHARGE) : Recipient.user(order.getHandler());
    notifications.send(new Notification("remedy/" + execution.getProcessInstanceId() + "/finished", handler, NotificationTemplates.REMEDY_FINISHED,
        order.getCaseNumber(), Map.of("result", result)));
  }
}
