package dev.kefu.complaint.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the withdrawal into the ledger and says whether safety is concerned all the same. A case withdrawn before it was received is not in the ledger. */
@Component
@RequiredArgsConstructor
class NoteComplaintWithdrawalDelegate implements JavaDelegate {

  private final Complaints complaints;

  @Override
  public void execute(DelegateExecution execution) {
    Withdrawal withdrawal = FormData.read(execution, "withdrawal", Withdrawal.class);
    Optional<ComplaintCase> complaint = complaints.ofInstance(execution.getProcessInstanceId());
    complaint.ifPresent(found -> found.withdraw(withdrawal.reason()));
    execution.setVariable("safetyConcerned", complaint.map(found -> found.isInjuryOrDanger() || withdrawal.safetyConcerned()).orElse(false));
    execution.setVariable("settlement", "withdrawn");
    if (execution.getVariable("handlerRole") == null) {
      execution.setVariable("handlerRole", "complaint-specialist");
    }
  }

  /**
   * The form complaint-handling-withdraw.
   *
   * @param reason why
   * @param safetyConcerned whether the report is written all the same
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Withdrawal(String reason, boolean safetyConcerned) {
  }
}
