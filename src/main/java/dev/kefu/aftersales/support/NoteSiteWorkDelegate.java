package dev.kefu.aftersales.support;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.OffsetDateTime;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes what was done on site into the register; leaving comes after arriving. */
@Component
@RequiredArgsConstructor
class NoteSiteWorkDelegate implements JavaDelegate {

  private final SupportTickets tickets;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Visit visit = FormData.read(execution, "visit", Visit.class);
    if (!visit.leftAt().isAfter(visit.arrivedAt()) || visit.arrivedAt().isBefore(visit.acceptedAt())) {
      throw new FactsRefused("Accepted, arrived, left 接單、到達、離開: in this order 時間須依次遞增");
    }
    tickets.get((Long) execution.getVariable("ticketId")).solve(visit.workDone(), null, visit.leftAt().toInstant(), clock.instant());
    execution.setVariable("handlingOutcome", "solved");
    execution.setVariable("solution", visit.workDone());
  }

  /** The form technical-support-handling-site. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Visit(OffsetDateTime acceptedAt, OffsetDateTime arrivedAt, OffsetDateTime leftAt, String workDone) {
  }
}
