package dev.kefu.aftersales.support;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the register that the customer said nothing, which counts as yes. */
@Component
@RequiredArgsConstructor
class AssumeSolutionAcceptedDelegate implements JavaDelegate {

  private final SupportTickets tickets;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    tickets.get((Long) execution.getVariable("ticketId")).confirm("silence", clock.instant());
  }
}
