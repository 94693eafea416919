package dev.kefu.survey.agency;

import dev.kefu.engine.FormData;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands what the check found to the table. */
@Component
@RequiredArgsConstructor
class TakeAgencyCheckDelegate implements JavaDelegate {

  private final Commissions commissions;

  @Override
  public void execute(DelegateExecution execution) {
    Commission commission = commissions.get((Long) execution.getVariable("commissionId"));
    Checking checking = FormData.read(execution, "checking", Checking.class);
    commission.check(checking);
    execution.setVariables(Map.of("sampleDelivered", checking.sampleDelivered().doubleValue(), "recheckErrors", checking.recheckErrors().doubleValue(), "reportComplete", checking.reportComplete(), "failures",
        commission.getFailures()));
  }
}
