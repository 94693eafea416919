package dev.kefu.aftersales.support;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.OffsetDateTime;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the solution into the register. A patch needs a way back, which research and development has named. */
@Component
@RequiredArgsConstructor
class NoteSupportSolutionDelegate implements JavaDelegate {

  private final SupportTickets tickets;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Work work = FormData.read(execution, "work", Work.class);
    tickets.get((Long) execution.getVariable("ticketId")).solve(work.solution(), work.rollback(), work.solvedAt().toInstant(), clock.instant());
    execution.setVariable("handlingOutcome", "solved");
    execution.setVariable("solution", work.solution());
  }

  /**
   * The form technical-support-handling-solve.
   *
   * @param rollback null when nothing was installed
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Work(String solution, String rollback, OffsetDateTime solvedAt) {
  }
}
