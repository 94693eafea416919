package dev.kefu.governance.expense;

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

/** Tells the claimant how others decided the claim, and why. */
@Component
@RequiredArgsConstructor
class ClaimResultListener {

  private static final String PROCESS_TITLE = "Expense claim review 費用報銷審核";
  private static final String PAID = "paid";
  private static final Map<String, String> OUTCOMES = Map.of(PAID, "Paid 已付款", "refused", "Refused 不予報銷", "refusedByFinance", "Refused by finance 財務拒付",
      "rejected", "Rejected 已否決", "rejectedByGeneralManager", "Rejected by the general manager 總經理已否決");

  private final Notifications notifications;

  @EventListener
  void on(CaseEnded ended) {
    String outcome = OUTCOMES.get(ended.outcome());
    if (ExpenseClaims.PROCESS.equals(ended.processKey()) && outcome != null) {
      ExecutionEntity claim = Context.getCommandContext().getExecutionManager().findExecutionById(ended.processInstanceId());
      notifications.send(new Notification("case/" + ended.processInstanceId() + "/starter-result", Recipient.user((String) claim.getVariable(CaseVariables.STARTER)),
          NotificationTemplates.STARTER_RESULT, ended.caseNumber(), Map.of("process", PROCESS_TITLE, "outcome", outcome, "reason", reason(ended, claim))));
    }
  }

  /** Whoever refused last said why, else the rule did. */
  private static String reason(CaseEnded ended, ExecutionEntity claim) {
    if (ended.outcome().equals(PAID)) {
      return claim.getVariable("paidAmount") + " 元";
    }
    String said = (String) claim.getVariable("returnReason");
    return said == null || said.isBlank() ? (String) claim.getVariable("grounds") : said;
  }
}
