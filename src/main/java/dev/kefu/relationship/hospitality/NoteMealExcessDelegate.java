package dev.kefu.relationship.hospitality;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the general manager's approval of the excess into the register. */
@Component
@RequiredArgsConstructor
class NoteMealExcessDelegate implements JavaDelegate {

  private final Meals meals;

  @Override
  public void execute(DelegateExecution execution) {
    meals.get((Long) execution.getVariable("mealId")).approveExcess();
    execution.setVariable("excessApproved", true);
  }
}
