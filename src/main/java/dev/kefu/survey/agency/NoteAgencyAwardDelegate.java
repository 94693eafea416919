package dev.kefu.survey.agency;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the winner into the register, and the ranking down for whoever approves it. */
@Component
@RequiredArgsConstructor
class NoteAgencyAwardDelegate implements JavaDelegate {

  private final Commissions commissions;

  @Override
  public void execute(DelegateExecution execution) {
    Commission commission = commissions.get((Long) execution.getVariable("commissionId"));
    commission.award((String) execution.getVariable("pickResult"));
    execution.setVariables(Map.of("awardFacts", CommissionFacts.award(commission), "commissionOutcome", "rejected", "agencyName", commission.getAgency(), "agencyFee", commission.getFee().toPlainString()));
  }
}
