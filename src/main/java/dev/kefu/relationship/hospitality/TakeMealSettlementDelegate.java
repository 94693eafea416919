package dev.kefu.relationship.hospitality;

import dev.kefu.engine.FormData;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks what the form could not, enters the settlement into the register and sets what the tables ask for. */
@Component
@RequiredArgsConstructor
class TakeMealSettlementDelegate implements JavaDelegate {

  private final Meals meals;

  @Override
  public void execute(DelegateExecution execution) {
    Meal meal = meals.get((Long) execution.getVariable("mealId"));
    MealSettlement settlement = FormData.read(execution, "settlement", MealSettlement.class);
    meals.settle(meal, settlement);
    Object returns = execution.getVariable("excessReturns");
    execution.setVariables(Map.of("approvalInTime", meal.isApprovedInTime(), "excessPercent", meal.excessOfBill().doubleValue(), "excessApproved", false,
        "excessAsked", settlement.askGeneralManager() && meal.getExcess().signum() > 0, "drinksShare", meal.drinksShare().doubleValue(), "excessReturns", returns == null ? 0 : returns,
        "returnReason", "", "paidAmount", "0.00", "settlementFacts", MealFacts.settlement(meal)));
  }
}
