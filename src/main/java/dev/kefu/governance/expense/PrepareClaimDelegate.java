package dev.kefu.governance.expense;

import dev.kefu.engine.CaseVariables;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/**
 * Fills in what the process or message that asks for the claim knows of it: plain variables {@code claimant} (user id), {@code claimCategory}, {@code approvalNo}.
 * The claimant sees it in the form and may change it; a claim that a person starts has none of them.
 */
@Component
class PrepareClaimDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    if (execution.hasVariable("claimant")) {
      execution.setVariable(CaseVariables.STARTER, execution.getVariable("claimant"));
    }
    Map<String, Object> draft = new LinkedHashMap<>();
    if (execution.hasVariable("claimCategory")) {
      draft.put("category", execution.getVariable("claimCategory"));
    }
    if (execution.hasVariable("approvalNo")) {
      draft.put("preApproved", true);
      draft.put("preApprovalNo", execution.getVariable("approvalNo"));
    }
    if (!draft.isEmpty()) {
      execution.setVariable("claim", Spin.JSON(draft));
    }
  }
}
