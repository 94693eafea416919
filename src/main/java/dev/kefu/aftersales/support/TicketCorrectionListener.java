package dev.kefu.aftersales.support;

import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the register in step with a corrected ticket, in the same transaction. What graded it, and what others act on already, stays. */
@Component
@RequiredArgsConstructor
class TicketCorrectionListener {

  private final SupportTickets tickets;
  private final RuntimeService runtimeService;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (corrected.processKey().startsWith(SupportTickets.PROCESS)) {
      if (!"ticket".equals(corrected.root())) {
        throw FactsRefused.actedOn();
      }
      Object form = runtimeService.getVariable(corrected.processInstanceId(), "ticket");
      tickets.get((Long) runtimeService.getVariable(corrected.processInstanceId(), "ticketId")).correct(FormData.read(form, "ticket", Ticket.class));
    }
  }
}
