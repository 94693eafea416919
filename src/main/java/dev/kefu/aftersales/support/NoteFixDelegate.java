package dev.kefu.aftersales.support;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes cause and roll-back of the patch into the register. */
@Component
@RequiredArgsConstructor
class NoteFixDelegate implements JavaDelegate {

  private final SupportTickets tickets;

  @Override
  public void execute(DelegateExecution execution) {
    Fix fix = FormData.read(execution, "fix", Fix.class);
    SupportTicket ticket = tickets.get((Long) execution.getVariable("ticketId"));
    ticket.fix(fix.cause(), fix.rollback());
    execution.setVariable("diagnosisFacts", TicketWords.diagnosis(ticket) + "\n\nPatch 補丁: " + fix.patch());
  }

  /** The form technical-support-handling-rd. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Fix(String cause, String patch, String rollback) {
  }
}
