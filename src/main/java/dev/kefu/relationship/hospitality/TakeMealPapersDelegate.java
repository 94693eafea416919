package dev.kefu.relationship.hospitality;

import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the papers of a meal that was approved by word of mouth; they may not say more than was approved. */
@Component
@RequiredArgsConstructor
class TakeMealPapersDelegate implements JavaDelegate {

  private final Meals meals;

  @Override
  public void execute(DelegateExecution execution) {
    meals.papers(meals.get((Long) execution.getVariable("mealId")), FormData.read(execution, "request", MealRequest.class));
  }
}
