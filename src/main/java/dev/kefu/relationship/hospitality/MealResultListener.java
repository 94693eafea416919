package dev.kefu.relationship.hospitality;

import dev.kefu.engine.CaseEnded;
import dev.kefu.engine.CaseVariables;
import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.NotificationTemplates;
import dev.kefu.notification.Notifications;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the specialist how others decided of the meal, and why. */
@Component
@RequiredArgsConstructor
class MealResultListener {

  private static final String PROCESS_TITLE = "Dining hospitality 客戶招待用餐";
  private static final Map<String, String> OUTCOMES = Map.of("paid", "Paid 已付款", "refused", "Refused 不予招待", "refusedByAudit", "Refused by the audit 稽核拒付", "rejectedBySupervisor",
      "Rejected by the supervisor 主管已否決", "rejectedByManager", "Rejected by the manager 經理已否決", "rejectedByGeneralManager", "Rejected by the general manager 總經理已否決", "rejectedByWord",
      "Rejected by word of mouth 口頭請示未獲同意", "rejectedByBudget", "Rejected: the budget is used up 預算不足");

  private final Notifications notifications;
  private final MealRepository repository;

  @EventListener
  void on(CaseEnded ended) {
    String outcome = OUTCOMES.get(ended.outcome());
    if (Meals.PROCESS.equals(ended.processKey()) && outcome != null) {
      ExecutionEntity execution = Context.getCommandContext().getExecutionManager().findExecutionById(ended.processInstanceId());
      notifications.send(new Notification("case/" + ended.processInstanceId() + "/starter-result", Recipient.user((String) execution.getVariable(CaseVariables.STARTER)),
          NotificationTemplates.STARTER_RESULT, ended.caseNumber(), Map.of("process", PROCESS_TITLE, "outcome", outcome, "reason", reason(ended, execution))));
    }
  }

  private String reason(CaseEnded ended, ExecutionEntity execution) {
    if (!ended.outcome().equals("paid")) {
      return (String) execution.getVariable("returnReason");
    }
    String notPaid = repository.findByProcessInstanceId(ended.processInstanceId()).map(Meal::getNotPaidReason).orElse(null);
    return execution.getVariable("paidAmount") + " 元" + (notPaid == null ? "" : " · not paid 不付: " + notPaid);
  }
}
