package dev.kefu.survey.agency;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the register when the corrected report came. */
@Component
@RequiredArgsConstructor
class NoteAgencyCorrectionDelegate implements JavaDelegate {

  private final Commissions commissions;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Commission commission = commissions.get((Long) execution.getVariable("commissionId"));
    Correcting correcting = FormData.read(execution, "correcting", Correcting.class);
    if (correcting.receivedOn().isAfter(LocalDate.now(clock))) {
      throw new FactsRefused("Received on 收到日期: lies ahead 不得晚於今天");
    }
    commission.correct(correcting.receivedOn());
    execution.setVariable("commissionFacts", CommissionFacts.work(commission));
  }

  /** The form commissioned-survey-work-correct. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Correcting(LocalDate receivedOn) {
  }
}
