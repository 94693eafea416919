package dev.kefu.survey.agency;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Lists the offers for those who score them. */
@Component
@RequiredArgsConstructor
class OpenAgencyOffersDelegate implements JavaDelegate {

  private final Commissions commissions;

  @Override
  public void execute(DelegateExecution execution) {
    Commission commission = commissions.get((Long) execution.getVariable("commissionId"));
    List<AgencyOffer> offers = commission.tendered();
    execution.setVariables(Map.of("anyOffer", !offers.isEmpty(), "offersFacts", CommissionFacts.offers(commission), "validOffers", 0, "bestTotal", 0.0));
    execution.setVariable("offerChoices", Spin.JSON(offers.stream().map(offer -> Map.of("value", offer.getAgency(), "label", offer.getAgency() + " · " + offer.getPrice().toPlainString() + " 元")).toList()));
    execution.setVariable("scoring", Spin.JSON(Map.of("offers", offers.stream().map(offer -> Map.of("agency", offer.getAgency(), "valid", true)).toList())));
  }
}
