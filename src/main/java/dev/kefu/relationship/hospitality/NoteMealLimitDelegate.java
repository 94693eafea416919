package dev.kefu.relationship.hospitality;

import dev.kefu.engine.CaseVariables;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says what becomes of a request by the rule, who decides of it, and what they must know. Nobody decides of a meal at which he sits. */
@Component
@RequiredArgsConstructor
class NoteMealLimitDelegate implements JavaDelegate {

  private final Meals meals;
  private final MealPeopleChoices people;

  @Override
  public void execute(DelegateExecution execution) {
    Meal meal = meals.get((Long) execution.getVariable("mealId"));
    String approver = (String) execution.getVariable("approver");
    boolean refused = "refuse".equals(approver);
    List<String> problems = meals.check(meal, refused ? null : approver, (String) execution.getVariable("grounds"));
    execution.setVariable("limitResult", refused ? "refuse" : !problems.isEmpty() ? "return" : meal.isEmergency() ? "oral" : "chain");
    execution.setVariable("returnReason", refused ? execution.getVariable("grounds") : String.join("; ", problems));
    execution.setVariable("facts", meals.facts(meal));
    List<String> barred = people.barred(meal.getCompanions(), (String) execution.getVariable(CaseVariables.STARTER));
    String managerRole = people.decider(MealPeople.MANAGER, barred);
    execution.setVariables(Map.of("supervisorRole", people.decider(MealPeople.SUPERVISOR, barred), "managerRole", managerRole,
        "oralRole", MealPeople.GENERAL_MANAGER.equals(approver) ? MealPeople.GENERAL_MANAGER : managerRole,
        "supervisorReturns", counted(execution, "supervisorReturns"), "managerReturns", counted(execution, "managerReturns"), "gmReturns", counted(execution, "gmReturns")));
  }

  private static Object counted(DelegateExecution execution, String name) {
    Object returns = execution.getVariable(name);
    return returns == null ? 0 : returns;
  }
}
