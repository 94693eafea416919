package dev.kefu.survey.agency;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes rating and standing into the register. */
@Component
@RequiredArgsConstructor
class NoteAgencyRatingDelegate implements JavaDelegate {

  private final Commissions commissions;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Commission commission = commissions.get((Long) execution.getVariable("commissionId"));
    commission.rate(((Number) execution.getVariable("agencyRating")).intValue(), (String) execution.getVariable("agencyStanding"), clock.instant());
    execution.setVariable("commissionOutcome", "accepted");
  }
}
