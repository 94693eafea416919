package dev.kefu.survey.agency;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the register that nothing came within the grace: the second failure. */
@Component
@RequiredArgsConstructor
class NoteCorrectionMissedDelegate implements JavaDelegate {

  private final Commissions commissions;

  @Override
  public void execute(DelegateExecution execution) {
    Commission commission = commissions.get((Long) execution.getVariable("commissionId"));
    commission.missCorrection();
    execution.setVariable("commissionFacts", CommissionFacts.work(commission));
  }
}
