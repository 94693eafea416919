package dev.kefu.survey.agency;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Writes the week into the register; when the report is there, counts how late it is. */
@Component
@RequiredArgsConstructor
class NoteAgencyStatusDelegate implements JavaDelegate {

  private final Commissions commissions;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Commission commission = commissions.get((Long) execution.getVariable("commissionId"));
    Following following = FormData.read(execution, "status", Following.class);
    LocalDate today = LocalDate.now(clock);
    if (following.reportReceived() && following.receivedOn().isAfter(today)) {
      throw new FactsRefused("Received on 收到日期: lies ahead 不得晚於今天");
    }
    commission.note(new WeekOfWork(today, following.donePercent(), following.weeklyStatus()));
    if (following.reportReceived()) {
      commission.deliver(following.receivedOn());
      execution.setVariable("checking", Spin.JSON(Map.of("penalty", commission.penaltyFor(commission.getDaysLate()).toPlainString())));
    }
    execution.setVariables(Map.of("reportIn", following.reportReceived(), "isLate", commission.daysLate(today) > 0, "commissionFacts", CommissionFacts.work(commission), "penaltyLimit",
        commission.penaltyLimit().toPlainString()));
  }

  /**
   * The form commissioned-survey-work-monitor.
   *
   * @param receivedOn null while the report is not there
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Following(int donePercent, boolean reportReceived, LocalDate receivedOn, String weeklyStatus) {
  }
}
