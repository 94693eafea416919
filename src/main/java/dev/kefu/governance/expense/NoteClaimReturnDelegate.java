package dev.kefu.governance.expense;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Frees what was reserved for a claim that goes back, and takes away what was said of it: whoever checks the next version says it anew. */
@Component
@RequiredArgsConstructor
class NoteClaimReturnDelegate implements JavaDelegate {

  private final ExpenseClaims claims;

  @Override
  public void execute(DelegateExecution execution) {
    claims.giveBack(execution.getProcessInstanceId());
    execution.removeVariables(List.of("confirmation", "audit"));
  }
}
