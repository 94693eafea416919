package dev.kefu.relationship.hospitality;

import dev.kefu.engine.CaseVariables;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the customer into the register; grade A or a key account is a key customer. */
@Component
@RequiredArgsConstructor
class NoteMealCustomerDelegate implements JavaDelegate {

  private final Meals meals;

  @Override
  public void execute(DelegateExecution execution) {
    Meal meal = meals.get((Long) execution.getVariable("mealId"));
    boolean key = "A".equals(execution.getVariable(CaseVariables.CUSTOMER_GRADE)) || Boolean.TRUE.equals(execution.getVariable("keyAccount"));
    meal.customer((String) execution.getVariable(CaseVariables.CUSTOMER_CODE), (String) execution.getVariable(CaseVariables.CUSTOMER_NAME), key);
    execution.setVariable("keyCustomer", key);
  }
}
