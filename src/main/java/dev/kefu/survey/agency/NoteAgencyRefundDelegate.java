package dev.kefu.survey.agency;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes what came back into the register; an agency that failed twice is dropped. */
@Component
@RequiredArgsConstructor
class NoteAgencyRefundDelegate implements JavaDelegate {

  private final Commissions commissions;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Commission commission = commissions.get((Long) execution.getVariable("commissionId"));
    Reclaiming reclaiming = FormData.read(execution, "reclaiming", Reclaiming.class);
    if (reclaiming.refundedOn().isAfter(LocalDate.now(clock))) {
      throw new FactsRefused("On 日期: lies ahead 不得晚於今天");
    }
    commission.refund(reclaiming.refunded(), reclaiming.refundedOn(), clock.instant());
    execution.setVariable("commissionOutcome", "rejected");
  }

  /** The form commissioned-survey-work-reclaim. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reclaiming(BigDecimal refunded, LocalDate refundedOn) {
  }
}
