package dev.kefu.relationship.reception;

import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes what the table fixed into the register, and the request down for those who approve, arrange and receive. */
@Component
@RequiredArgsConstructor
class NoteReceptionLevelDelegate implements JavaDelegate {

  private static final String GUEST_PAYS = "guestPays";
  private static final int MOST_CHARACTERS = 4000;

  private final Receptions receptions;
  private final RoleDirectory roles;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Reception reception = receptions.of(execution.getProcessInstanceId());
    ReceptionRequest request = FormData.read(execution, "request", ReceptionRequest.class);
    String whoPays = (String) execution.getVariable("whoPays");
    reception.fix((String) execution.getVariable("receptionLevel"), (String) execution.getVariable("receiverRole"), whoPays);
    execution.setVariables(Map.of("receptionFacts", facts(execution, reception, request), "wePay", !GUEST_PAYS.equals(whoPays), "approvedAmount", reception.getBudget().toPlainString(),
        "approvedByRole", Boolean.TRUE.equals(execution.getVariable("aboveManager")) ? "general-manager" : "customer-service-manager", "settleCategory", "hospitality"));
  }

  private String facts(DelegateExecution execution, Reception reception, ReceptionRequest request) {
    List<String> parts = new ArrayList<>();
    parts.add("**Customer 客戶:** " + execution.getVariable(CaseVariables.CUSTOMER_NAME) + " (" + reception.getCustomerCode() + ")");
    parts.add("**Time 接待時間:** " + ReceptionWords.shown(reception.getReceptionAt(), clock) + " · **Purpose 目的:** " + ReceptionWords.purposes(reception.getPurposes()));
    parts.add("**Guests 來訪人員:** " + request.guests().stream().map(guest -> guest.name() + ", " + guest.position()).collect(Collectors.joining("; ")));
    parts.add("**Level 接待檔次:** " + ReceptionWords.LEVELS.get(reception.getLevelFixed())
        + (reception.getLevelFixed().equals(reception.getLevelAsked()) ? "" : " (asked for 申請: " + ReceptionWords.LEVELS.get(reception.getLevelAsked()) + ")")
        + " · **Received by 接待人:** " + roles.find(reception.getReceiverRole()).map(Role::label).orElse(reception.getReceiverRole()));
    String costs = request.costs().stream().map(cost -> ReceptionWords.COSTS.get(cost.item()) + " " + cost.amount().toPlainString()).collect(Collectors.joining(", "));
    parts.add("**Cost 費用:** " + ReceptionWords.BEARINGS.get(reception.getCostBearing()) + (costs.isEmpty() ? "" : " · " + costs) + " · **Total 合計: " + reception.getBudget().toPlainString() + " 元**");
    if (reception.isUnannounced()) {
      parts.add("**Unannounced, approved by word of mouth 臨時來訪，口頭批準:** " + reception.getOralApprovedBy() + ", " + ReceptionWords.shown(reception.getOralApprovedAt(), clock));
    }
    String text = String.join("\n\n", parts);
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 1) + "…";
  }
}
