package dev.kefu.complaint.remedy;

import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the slip into the register and hands it on as the next steps show it. */
@Component
@RequiredArgsConstructor
class NoteReturnSlipDelegate implements JavaDelegate {

  private final Remedies remedies;

  @Override
  public void execute(DelegateExecution execution) {
    Slip slip = FormData.read(execution, "slip", Slip.class);
    RemedyOrder order = remedies.change((String) execution.getVariable("remedyInstance"), remedy -> remedy.writeSlip(slip));
    execution.setVariable("orderNo", slip.orderNo());
    execution.setVariable("invoiceNo", slip.invoiceNo());
    execution.setVariable("returnCause", slip.returnCause());
    execution.setVariable("slipLines", order.slipLines());
    execution.setVariable("fetchLines", order.fetchLines());
    execution.setVariable("allowanceAmount", order.sum(Branch.ALLOWANCE).toPlainString());
    execution.setVariable("agreement", "");
  }
}
