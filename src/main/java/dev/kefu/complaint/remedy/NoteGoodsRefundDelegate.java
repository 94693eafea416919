package dev.kefu.complaint.remedy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.complaint.remedy.RemedyOrder.Refund;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.math.BigDecimal;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the refund into the register and sets the facts that go along with the message goods-returned. */
@Component
@RequiredArgsConstructor
class NoteGoodsRefundDelegate implements JavaDelegate {

  private final Remedies remedies;

  @Override
  public void execute(DelegateExecution execution) {
    RefundForm form = FormData.read(execution, "refund", RefundForm.class);
    String by = Performer.of(execution);
    if (form.isRefused()) {
      remedies.change((String) execution.getVariable("remedyInstance"), remedy -> remedy.refuse(Branch.RETURN, form.refusalReason(), by));
      throw new BpmnError(Answer.REFUSED_BY_CUSTOMER);
    }
    RemedyOrder order = remedies.change((String) execution.getVariable("remedyInstance"),
        remedy -> remedy.refund(new Refund(form.refundAmount(), form.certificate(), form.refundedOn(), form.resold()), by));
    execution.setVariable("complaintNo", execution.getProcessBusinessKey());
    execution.setVariable("returnedQuantity", RemedyGoods.number(order.returnedQuantity()));
    execution.setVariable("refundAmount", form.refundAmount().toPlainString());
  }

  /**
   * The form complaint-remedy-goods-refund.
   *
   * @param certificate code of the signed certificate
   * @param refundAmount yuan
   * @param resold whether the goods are sold again already
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record RefundForm(String reply, String certificate, BigDecimal refundAmount, LocalDate refundedOn, boolean resold, String refusalReason) implements Answer {
  }
}
