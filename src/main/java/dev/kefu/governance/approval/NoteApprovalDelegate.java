package dev.kefu.governance.approval;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says what was decided and why, and counts a return (C3). */
@Component
class NoteApprovalDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    Decision approval = FormData.read(execution, "approval", Decision.class);
    execution.setVariable("decision", approval.decision());
    execution.setVariable("reason", approval.reason() == null ? "" : approval.reason());
    int returns = ((Number) execution.getVariable("returns")).intValue();
    execution.setVariable("returns", "return".equals(approval.decision()) ? returns + 1 : returns);
  }

  /**
   * The form approval-decide.
   *
   * @param decision {@code approve}, {@code return} or {@code reject}
   * @param reason absent when approved
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Decision(String decision, String reason) {
  }
}
