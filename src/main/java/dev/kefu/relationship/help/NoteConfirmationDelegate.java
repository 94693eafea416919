package dev.kefu.relationship.help;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the customer's word into the register and says whether the need is solved. */
@Component
@RequiredArgsConstructor
class NoteConfirmationDelegate implements JavaDelegate {

  private final HelpCases helpCases;

  @Override
  public void execute(DelegateExecution execution) {
    Confirmation confirmation = FormData.read(execution, "confirmation", Confirmation.class);
    helpCases.of(execution.getProcessInstanceId()).noteReply(confirmation.confirmed());
    execution.setVariable("solved", "solved".equals(confirmation.confirmed()));
  }

  /**
   * The form customer-help-confirm.
   *
   * @param confirmed {@code solved} or {@code unsolved}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Confirmation(String confirmed) {
  }
}
