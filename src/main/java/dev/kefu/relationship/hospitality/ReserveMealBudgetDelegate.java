package dev.kefu.relationship.hospitality;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reserves the total in the month's budget in the transaction of the last approval. What is not left is not reserved: the request comes back, an emergency ends. */
@Component
@RequiredArgsConstructor
class ReserveMealBudgetDelegate implements JavaDelegate {

  private final Meals meals;

  @Override
  public void execute(DelegateExecution execution) {
    Meal meal = meals.get((Long) execution.getVariable("mealId"));
    String lacking = meals.reserve(meal, (String) execution.getVariable("reviewedByRole"));
    execution.setVariable("reservation", lacking.isEmpty() ? "reserved" : meal.isEmergency() ? "shortByWord" : "short");
    execution.setVariable("returnReason", lacking);
  }
}
