package dev.kefu.survey.agency;

import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.math.BigDecimal;
import java.util.ArrayList;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the marks into the register. */
@Component
@RequiredArgsConstructor
class NoteAgencyScoresDelegate implements JavaDelegate {

  private final Commissions commissions;

  @Override
  public void execute(DelegateExecution execution) {
    Commission commission = commissions.get((Long) execution.getVariable("commissionId"));
    String by = Performer.of(execution);
    commission.score(FormData.read(execution, "scoring", Scoring.class), by);
    execution.setVariable("offerNumbers", new ArrayList<>(commission.validOffers()));
    execution.setVariable("lowestPrice", commission.lowestPrice().orElse(BigDecimal.ZERO).doubleValue());
    execution.setVariable("scoredBy", by);
  }
}
