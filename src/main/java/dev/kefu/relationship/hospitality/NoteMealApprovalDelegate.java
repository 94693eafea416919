package dev.kefu.relationship.hospitality;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says who decides next: the last of the rule, past those whom a higher role has decided for already. */
@Component
@RequiredArgsConstructor
class NoteMealApprovalDelegate implements JavaDelegate {

  private final Meals meals;

  @Override
  public void execute(DelegateExecution execution) {
    Meal meal = meals.get((Long) execution.getVariable("mealId"));
    List<String> chain = List.of(MealPeople.SUPERVISOR, MealPeople.MANAGER, MealPeople.GENERAL_MANAGER);
    int last = chain.indexOf(meal.getApprover());
    int reached = chain.indexOf((String) execution.getVariable("reviewedByRole"));
    execution.setVariables(Map.of("needsManager", last > Math.max(reached, 0), "needsGeneralManager", last >= 2 && reached < 2));
  }
}
