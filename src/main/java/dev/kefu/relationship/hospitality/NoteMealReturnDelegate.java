package dev.kefu.relationship.hospitality;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the return into the register. */
@Component
@RequiredArgsConstructor
class NoteMealReturnDelegate implements JavaDelegate {

  private final Meals meals;

  @Override
  public void execute(DelegateExecution execution) {
    Meal meal = meals.get((Long) execution.getVariable("mealId"));
    meal.giveBack();
  }
}
