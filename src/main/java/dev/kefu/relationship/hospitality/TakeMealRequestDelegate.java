package dev.kefu.relationship.hospitality;

import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks what the form could not, enters the request into the register and sets what the tables ask for. */
@Component
@RequiredArgsConstructor
class TakeMealRequestDelegate implements JavaDelegate {

  private final Meals meals;
  private final MealPeopleChoices people;

  @Override
  public void execute(DelegateExecution execution) {
    MealRequest request = FormData.read(execution, "request", MealRequest.class);
    String starter = (String) execution.getVariable(CaseVariables.STARTER);
    boolean hostIsManager = people.holds(request.host(), MealPeople.MANAGER);
    Meal meal = meals.request(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), starter, people.sectionOf(starter), request, hostIsManager);
    execution.setVariables(Map.of("mealId", meal.getId(), "emergency", meal.isEmergency(), "occasion", meal.getOccasion(), "guestCount", meal.getGuestCount(),
        "host", meal.getHost(), "hostIsManager", hostIsManager, "participants", people.participants(meal.getCompanions())));
  }
}
