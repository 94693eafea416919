package dev.kefu.governance.expense;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says whether the supervisor found the facts right, and why not. */
@Component
class NoteClaimConfirmationDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    Confirmation confirmation = FormData.read(execution, "confirmation", Confirmation.class);
    execution.setVariable("factsConfirmed", "confirmed".equals(confirmation.confirmed()));
    execution.setVariable("returnReason", Objects.requireNonNullElse(confirmation.reason(), ""));
  }

  /**
   * The form expense-claim-review-supervisor-check.
   *
   * @param confirmed {@code confirmed} or {@code notConfirmed}
   * @param reason absent when confirmed
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Confirmation(String confirmed, String reason) {
  }
}
