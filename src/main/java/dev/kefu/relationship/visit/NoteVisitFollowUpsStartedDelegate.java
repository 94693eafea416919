package dev.kefu.relationship.visit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says in words what was started after the visit. */
@Component
@RequiredArgsConstructor
class NoteVisitFollowUpsStartedDelegate implements JavaDelegate {

  private static final String FOLLOW_UPS = "followUps";
  private static final Map<String, String> PROCEDURES = Map.of("complaint-handling", "Complaint 投訴", "customer-proposal", "Proposal 提案", "after-sales-service", "After-sales service 售後服務",
      "customer-credit-survey", "Credit survey 信用調查", "customer-development", "Development 客戶開發", "info-bulletin", "Bulletin 信息服務", "relationship-card", "Relationship card 關係卡",
      "customer-information-survey", "Information survey 客戶信息調查");

  private final Visits visits;

  @Override
  public void execute(DelegateExecution execution) {
    Collection<?> started = (Collection<?>) execution.getVariable(FOLLOW_UPS);
    // The engine cannot read a list back that is empty, so none is left for a later transaction.
    execution.removeVariable(FOLLOW_UPS);
    if (!started.isEmpty()) {
      String complaint = visits.get((Long) execution.getVariable("visitId")).getComplaintCase();
      execution.setVariable("visitFindings", VisitWords.facts(List.of((String) execution.getVariable("visitFindings"), "**Handed on to 已轉:** "
          + started.stream().map(PROCEDURES::get).collect(Collectors.joining(", ")) + (complaint == null ? "" : " (" + complaint + ")"))));
    }
  }
}
