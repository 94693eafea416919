package dev.kefu.relationship.hospitality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.math.BigDecimal;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the manager's word on the excess into the register. */
@Component
@RequiredArgsConstructor
class NoteMealExplanationDelegate implements JavaDelegate {

  private final Meals meals;

  @Override
  public void execute(DelegateExecution execution) {
    Meal meal = meals.get((Long) execution.getVariable("mealId"));
    Explanation explanation = FormData.read(execution, "explanation", Explanation.class);
    meals.explain(meal, explanation.excessReason(), "accept".equals(explanation.outcome()), BigDecimal.valueOf(((Number) execution.getVariable("drinksPaidShare")).doubleValue()));
    execution.setVariables(Map.of("settlementFacts", MealFacts.settlement(meal), "payable", meal.getPayable().toPlainString()));
  }

  /**
   * The form hospitality-dining-settlement-explain.
   *
   * @param outcome {@code accept} or {@code ownCost}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Explanation(String outcome, String excessReason) {
  }
}
