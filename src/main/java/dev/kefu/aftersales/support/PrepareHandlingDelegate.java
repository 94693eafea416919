package dev.kefu.aftersales.support;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the ticket over to the support unit and says what is known: engineer, times to come, rhythm of news. */
@Component
@RequiredArgsConstructor
class PrepareHandlingDelegate implements JavaDelegate {

  private final SupportTickets tickets;

  @Override
  public void execute(DelegateExecution execution) {
    SupportTicket ticket = tickets.get((Long) execution.getVariable("ticketId"));
    ticket.handOver();
    execution.setVariable("engineer", ticket.getEngineer());
    execution.setVariable("engineerKnown", ticket.getEngineer() != null);
    execution.setVariable("newsWanted", !((String) execution.getVariable("newsEvery")).isEmpty());
    execution.setVariable("handlingOutcome", "solved");
    execution.setVariable("solution", "");
    execution.setVariable("wishFacts", "");
    execution.setVariable("loadFacts", tickets.load());
    NoteRungDelegate.showNext(execution, ticket);
  }
}
