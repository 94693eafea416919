package dev.kefu.survey.agency;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the points of an offer into the register. */
@Component
@RequiredArgsConstructor
class NoteOfferPointsDelegate implements JavaDelegate {

  private final Commissions commissions;

  @Override
  @SuppressWarnings("unchecked")
  public void execute(DelegateExecution execution) {
    List<Map<String, Object>> points = (List<Map<String, Object>>) execution.getVariable("offerPoints");
    commissions.get((Long) execution.getVariable("commissionId")).getOffers().get(((Number) execution.getVariable("offerNumber")).intValue())
        .reckon(points.stream().collect(Collectors.toMap(row -> (String) row.get("criterion"), row -> BigDecimal.valueOf(((Number) row.get("points")).doubleValue()))));
  }
}
