package dev.kefu.relationship.hospitality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.math.BigDecimal;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes how the meal was into the register. When nobody came and nothing was paid in advance, the budget is free again. */
@Component
@RequiredArgsConstructor
class NoteMealDelegate implements JavaDelegate {

  private final Meals meals;

  @Override
  public void execute(DelegateExecution execution) {
    Meal meal = meals.get((Long) execution.getVariable("mealId"));
    Report report = FormData.read(execution, "meal", Report.class);
    if ("held".equals(report.held())) {
      meal.hold(report.actualPersons(), report.actualAmount());
      execution.setVariable("mealOutcome", "held");
    } else {
      execution.setVariable("mealOutcome", meal.hasDeposit() ? "deposit" : "absent");
    }
  }

  /**
   * The form hospitality-dining-dine.
   *
   * @param held {@code held} or {@code absent}; persons and amount are null when absent
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Report(String held, Integer actualPersons, BigDecimal actualAmount) {
  }
}
