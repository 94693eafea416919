package dev.kefu.governance.expense;

import dev.kefu.engine.FormData;
import dev.kefu.governance.expense.NoteClaimAuditDelegate.Audit;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Books the payment in the expense ledger; what was reserved is used. */
@Component
@RequiredArgsConstructor
class PayClaimDelegate implements JavaDelegate {

  private final ExpenseClaims claims;

  @Override
  public void execute(DelegateExecution execution) {
    Audit audit = FormData.read(execution, "audit", Audit.class);
    claims.pay(execution.getProcessInstanceId(), audit.paidAmount(), audit.paidOn());
    execution.setVariable("paidAmount", audit.paidAmount().toPlainString());
  }
}
