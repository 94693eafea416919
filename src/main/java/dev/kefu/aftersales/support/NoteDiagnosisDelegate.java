package dev.kefu.aftersales.support;

import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes reaction and diagnosis into the register and says how it goes on. */
@Component
@RequiredArgsConstructor
class NoteDiagnosisDelegate implements JavaDelegate {

  private final SupportTickets tickets;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Diagnosis diagnosis = FormData.read(execution, "diagnosis", Diagnosis.class);
    SupportTicket ticket = tickets.get((Long) execution.getVariable("ticketId"));
    ticket.diagnose(diagnosis, Performer.of(execution), clock.instant());
    boolean wish = "wish".equals(diagnosis.way());
    execution.setVariable("way", diagnosis.way());
    execution.setVariable("engineer", ticket.getEngineer());
    execution.setVariable("diagnosisFacts", TicketWords.diagnosis(ticket));
    execution.setVariable("wishFacts", wish ? ticket.getProblem() + "\n\n" + diagnosis.diagnosis() : "");
    execution.setVariable("handlingOutcome", wish ? "wish" : "solved");
    execution.setVariable("solution", wish ? diagnosis.diagnosis() : "");
  }
}
