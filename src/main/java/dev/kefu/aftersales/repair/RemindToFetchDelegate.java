package dev.kefu.aftersales.repair;

import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.NotificationTemplates;
import dev.kefu.notification.Notifications;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the customer of a unit that was not fetched. */
@Component
@RequiredArgsConstructor
class RemindToFetchDelegate implements JavaDelegate {

  private final Repairs repairs;
  private final Notifications notifications;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    order.remind();
    if (order.getCustomerCode() != null) {
      notifications.send(new Notification("repair/" + order.getId() + "/fetch/" + order.getReminders() + "", Recipient.customer(order.getCustomerCode()), NotificationTemplates.REPAIR_UNFETCHED, order.getCaseNumber(),
          Map.of("product", order.getProduct(), "number", String.valueOf(order.getReminders()))));
    }
  }
}
