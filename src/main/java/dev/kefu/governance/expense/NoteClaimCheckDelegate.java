package dev.kefu.governance.expense;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes what the rule says into the register and the claim's facts for those who decide. */
@Component
@RequiredArgsConstructor
class NoteClaimCheckDelegate implements JavaDelegate {

  private final ExpenseClaims claims;

  @Override
  public void execute(DelegateExecution execution) {
    claims.check(execution.getProcessInstanceId(), (String) execution.getVariable("approver"), (String) execution.getVariable("grounds"));
    execution.setVariable("facts", claims.facts(execution.getProcessInstanceId(), (boolean) execution.getVariable("approvalFound")));
  }
}
