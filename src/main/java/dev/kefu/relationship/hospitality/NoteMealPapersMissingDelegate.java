package dev.kefu.relationship.hospitality;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the register that no papers came in time. */
@Component
@RequiredArgsConstructor
class NoteMealPapersMissingDelegate implements JavaDelegate {

  private final Meals meals;

  @Override
  public void execute(DelegateExecution execution) {
    meals.get((Long) execution.getVariable("mealId")).missPapers();
  }
}
