package dev.kefu.aftersales.support;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps cause and solution in the register and as an entry of the knowledge base. */
@Component
@RequiredArgsConstructor
class NoteClosingDelegate implements JavaDelegate {

  private final SupportTickets tickets;

  @Override
  public void execute(DelegateExecution execution) {
    Closing closing = FormData.read(execution, "closing", Closing.class);
    SupportTicket ticket = tickets.get((Long) execution.getVariable("ticketId"));
    ticket.close(closing.cause(), closing.solution());
    tickets.keep(ticket, closing.knowledgeArticle(), Performer.of(execution));
    execution.setVariable("outcome", "solved");
    execution.setVariable("solution", closing.solution());
    execution.setVariable("callbackFacts", "Technical support 技術支持: " + ticket.getProblem() + "\n\n" + closing.solution());
  }

  /** The form technical-support-close. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Closing(String cause, String knowledgeArticle, String solution) {
  }
}
