package dev.kefu.complaint.remedy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.math.BigDecimal;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the compensation into the register, or that the customer does not take it. */
@Component
@RequiredArgsConstructor
class NoteCompensationDelegate implements JavaDelegate {

  private final Remedies remedies;

  @Override
  public void execute(DelegateExecution execution) {
    Payment payment = FormData.read(execution, "payment", Payment.class);
    String by = Performer.of(execution);
    if (payment.isRefused()) {
      remedies.change((String) execution.getVariable("remedyInstance"), remedy -> remedy.refuse(Branch.COMPENSATION, payment.refusalReason(), by));
      throw new BpmnError(Answer.REFUSED_BY_CUSTOMER);
    }
    remedies.change((String) execution.getVariable("remedyInstance"), remedy -> remedy.pay(payment.paidAmount(), payment.executedOn(), by));
  }

  /**
   * The form complaint-remedy-pay.
   *
   * @param paidAmount yuan
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Payment(String reply, BigDecimal paidAmount, LocalDate executedOn, String refusalReason) implements Answer {
  }
}
