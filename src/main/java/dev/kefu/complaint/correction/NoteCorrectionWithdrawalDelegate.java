package dev.kefu.complaint.correction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the register why the supervisor took the order back. */
@Component
@RequiredArgsConstructor
class NoteCorrectionWithdrawalDelegate implements JavaDelegate {

  private final CorrectiveActions actions;

  @Override
  public void execute(DelegateExecution execution) {
    actions.of(execution.getProcessInstanceId()).withdraw(FormData.read(execution, "withdrawal", Withdrawal.class).reason());
  }

  /** The form complaint-corrective-action-withdraw. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Withdrawal(String reason) {
  }
}
