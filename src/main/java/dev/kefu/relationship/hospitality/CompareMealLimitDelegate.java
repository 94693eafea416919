package dev.kefu.relationship.hospitality;

import java.math.BigDecimal;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reckons how much the standard is above the limit, and the total. */
@Component
@RequiredArgsConstructor
class CompareMealLimitDelegate implements JavaDelegate {

  private final Meals meals;

  @Override
  public void execute(DelegateExecution execution) {
    Meal meal = meals.get((Long) execution.getVariable("mealId"));
    meal.limit(BigDecimal.valueOf(((Number) execution.getVariable("limitPerHead")).doubleValue()).setScale(2), ((Number) execution.getVariable("maxCompanions")).intValue(),
        (String) execution.getVariable("limitPlace"));
    execution.setVariables(Map.of("excessPercent", meal.excessPercent().doubleValue(), "totalAmount", meal.total().doubleValue()));
  }
}
