package dev.kefu.complaint.remedy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the allowance slip that both sides signed into the register, or that the customer does not sign. */
@Component
@RequiredArgsConstructor
class NoteAllowanceSlipDelegate implements JavaDelegate {

  private final Remedies remedies;

  @Override
  public void execute(DelegateExecution execution) {
    AllowanceSlip slip = FormData.read(execution, "allowance", AllowanceSlip.class);
    String by = Performer.of(execution);
    if (slip.isRefused()) {
      remedies.change((String) execution.getVariable("remedyInstance"), remedy -> remedy.refuse(Branch.ALLOWANCE, slip.refusalReason(), by));
      throw new BpmnError(Answer.REFUSED_BY_CUSTOMER);
    }
    String signatures = slip.signedForUs() + " / " + slip.signedForCustomer();
    remedies.change((String) execution.getVariable("remedyInstance"), remedy -> remedy.sign(slip.certificate(), signatures, slip.signedOn(), by));
  }

  /**
   * The form complaint-remedy-allowance.
   *
   * @param certificate code of the certificate
   * @param signedForUs names
   * @param signedForCustomer names
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record AllowanceSlip(String reply, String certificate, String signedForUs, String signedForCustomer, LocalDate signedOn, String refusalReason) implements Answer {
  }
}
