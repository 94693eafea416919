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

/** Tells the customer the estimate. */
@Component
@RequiredArgsConstructor
class TellEstimateDelegate implements JavaDelegate {

  private final Repairs repairs;
  private final Notifications notifications;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    if (order.getCustomerCode() != null) {
      notifications.send(new Notification("repair/" + order.getId() + "/estimate/" + order.getEstimate() + "", Recipient.customer(order.getCustomerCode()), NotificationTemplates.REPAIR_ESTIMATE, order.getCaseNumber(),
          Map.of("product", order.getProduct(), "amount", order.getEstimate().toPlainString(), "cause", order.getCause())));
    }
  }
}
