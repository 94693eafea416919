package dev.kefu.aftersales.support;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes ticket and grade into the register; the level is the grade of the matter by which deadlines go. */
@Component
@RequiredArgsConstructor
class NoteTicketDelegate implements JavaDelegate {

  private final SupportTickets tickets;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Ticket form = FormData.read(execution, "ticket", Ticket.class);
    SupportTicket ticket = tickets.register((Long) execution.getVariable("ticketId"), form, (String) execution.getVariable(CaseVariables.SEVERITY),
        TimeSpan.parse((String) execution.getVariable("reactTime")), TimeSpan.parse((String) execution.getVariable("solveTime")));
    execution.setVariable("ticketAt", Date.from(ticket.getRegisteredAt()));
    execution.setVariable("knownProblem", form.isKnown());
    execution.setVariable("ticketFacts", TicketWords.facts(ticket, (String) execution.getVariable("supportMode"), clock.getZone()));
    execution.setVariable("knownFacts", tickets.known(ticket.getProduct()));
  }
}
