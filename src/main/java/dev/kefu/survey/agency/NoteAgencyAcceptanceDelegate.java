package dev.kefu.survey.agency;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the result of the acceptance into the register. */
@Component
@RequiredArgsConstructor
class NoteAgencyAcceptanceDelegate implements JavaDelegate {

  private final Commissions commissions;
  private final WorkingCalendar calendar;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Commission commission = commissions.get((Long) execution.getVariable("commissionId"));
    commission.judge((String) execution.getVariable("acceptance"));
    execution.setVariables(Map.of("commissionFacts", CommissionFacts.work(commission), "finalAmount", commission.rest().toPlainString(), "refundDue", commission.refundDue().toPlainString(), "graceEnds",
        Date.from(calendar.due(clock.instant(), TimeSpan.parse(commission.getGraceDays() + "cd")))));
  }
}
