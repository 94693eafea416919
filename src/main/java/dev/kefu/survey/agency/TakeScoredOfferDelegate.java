package dev.kefu.survey.agency;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands marks and price of an offer to the table. */
@Component
@RequiredArgsConstructor
class TakeScoredOfferDelegate implements JavaDelegate {

  private final Commissions commissions;

  @Override
  public void execute(DelegateExecution execution) {
    AgencyOffer offer = commissions.get((Long) execution.getVariable("commissionId")).getOffers().get(((Number) execution.getVariable("offerNumber")).intValue());
    execution.setVariables(Map.of("methodMark", offer.getMethodMark(), "experienceMark", offer.getExperienceMark(), "timeMark", offer.getTimeMark(), "qualityMark", offer.getQualityMark(),
        "offerPrice", offer.getPrice().doubleValue()));
  }
}
