package dev.kefu.survey.agency;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Orders the valid offers by their totals. */
@Component
@RequiredArgsConstructor
class RankAgencyOffersDelegate implements JavaDelegate {

  private final Commissions commissions;

  @Override
  public void execute(DelegateExecution execution) {
    Commission commission = commissions.get((Long) execution.getVariable("commissionId"));
    List<AgencyOffer> ranking = commission.ranking();
    execution.setVariables(Map.of("validOffers", ranking.size(), "bestTotal", ranking.isEmpty() ? 0.0 : ranking.get(0).total().doubleValue()));
    // Lists that nobody needs again: the engine reads every variable of a case, and cannot read an empty list.
    execution.removeVariables(List.of("offerNumbers", "offerPoints"));
    execution.setVariable("commissionFee", ranking.isEmpty() ? 0.0 : ranking.get(0).getPrice().doubleValue());
  }
}
