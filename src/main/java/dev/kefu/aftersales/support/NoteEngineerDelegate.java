package dev.kefu.aftersales.support;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the engineer into the register. */
@Component
@RequiredArgsConstructor
class NoteEngineerDelegate implements JavaDelegate {

  private final SupportTickets tickets;

  @Override
  public void execute(DelegateExecution execution) {
    String engineer = FormData.read(execution, "assignment", Assignment.class).engineer();
    tickets.get((Long) execution.getVariable("ticketId")).assign(engineer);
    execution.setVariable("engineer", engineer);
  }

  /** The form technical-support-handling-assign. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Assignment(String engineer) {
  }
}
