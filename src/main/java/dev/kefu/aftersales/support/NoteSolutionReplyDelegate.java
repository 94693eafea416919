package dev.kefu.aftersales.support;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the customer's word into the register. */
@Component
@RequiredArgsConstructor
class NoteSolutionReplyDelegate implements JavaDelegate {

  private final SupportTickets tickets;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Confirmation confirmation = FormData.read(execution, "confirmation", Confirmation.class);
    SupportTicket ticket = tickets.get((Long) execution.getVariable("ticketId"));
    ticket.confirm(confirmation.confirmed(), clock.instant());
    boolean accepted = "yes".equals(confirmation.confirmed());
    execution.setVariable("accepted", accepted);
    if (!accepted) {
      execution.setVariable("ticketFacts", TicketWords.facts(ticket, (String) execution.getVariable("supportMode"), clock.getZone())
          + "\n\nThe customer says that it is not solved 客戶表示未解決: " + confirmation.whatIsLeft());
    }
  }

  /**
   * The form technical-support-confirm.
   *
   * @param confirmed {@code yes} or {@code no}
   * @param whatIsLeft null when it is solved
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Confirmation(String confirmed, String whatIsLeft) {
  }
}
