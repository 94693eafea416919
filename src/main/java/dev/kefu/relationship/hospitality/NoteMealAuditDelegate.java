package dev.kefu.relationship.hospitality;

import java.math.BigDecimal;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reckons what the audit leaves to be paid and writes it, and why the rest is not paid, into the register. */
@Component
@RequiredArgsConstructor
class NoteMealAuditDelegate implements JavaDelegate {

  private final Meals meals;

  @Override
  public void execute(DelegateExecution execution) {
    Meal meal = meals.get((Long) execution.getVariable("mealId"));
    meals.audit(meal, (String) execution.getVariable("auditResult"), (String) execution.getVariable("auditGrounds"), BigDecimal.valueOf(((Number) execution.getVariable("drinksPaidShare")).doubleValue()));
    execution.setVariables(Map.of("settlementFacts", MealFacts.settlement(meal), "payable", meal.getPayable().toPlainString(),
        "returnReason", "refuse".equals(meal.getAuditResult()) ? meal.getAuditGrounds() : ""));
  }
}
