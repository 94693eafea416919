package dev.kefu.aftersales.support;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the reason of the withdrawal into the register. */
@Component
@RequiredArgsConstructor
class NoteTicketWithdrawalDelegate implements JavaDelegate {

  private final SupportTickets tickets;

  @Override
  public void execute(DelegateExecution execution) {
    tickets.get((Long) execution.getVariable("ticketId")).withdraw(FormData.read(execution, "withdrawal", Withdrawal.class).reason());
    execution.setVariable("outcome", "withdrawn");
  }

  /** The form technical-support-withdraw. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Withdrawal(String reason) {
  }
}
