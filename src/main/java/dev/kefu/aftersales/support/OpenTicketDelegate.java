package dev.kefu.aftersales.support;

import dev.kefu.engine.CaseVariables;
import java.time.Clock;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the register and says what the knowledge base knows of the product. */
@Component
@RequiredArgsConstructor
class OpenTicketDelegate implements JavaDelegate {

  private final SupportTickets tickets;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    SupportTicket ticket = tickets.open(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), new SupportTicket.Concern(text(execution, CaseVariables.CUSTOMER_CODE),
        text(execution, "product"), text(execution, "serialNumber"), Objects.requireNonNullElse(text(execution, "problem"), "–")));
    execution.setVariable("ticketId", ticket.getId());
    execution.setVariable("outcome", "withdrawn");
    execution.setVariable("solution", "");
    execution.setVariable("engineer", null);
    execution.setVariable("asksProduct", ticket.getProduct() == null);
    execution.setVariable("ticketFacts", TicketWords.facts(ticket, null, clock.getZone()));
    execution.setVariable("knownFacts", tickets.known(ticket.getProduct()));
  }

  private static String text(DelegateExecution execution, String name) {
    return execution.getVariable(name) instanceof String text && !text.isBlank() ? text : null;
  }
}
