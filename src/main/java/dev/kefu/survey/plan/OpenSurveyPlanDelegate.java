package dev.kefu.survey.plan;

import dev.kefu.engine.CaseVariables;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sees whether a year, an unplanned survey or nothing yet is to be planned, and opens the plan in the register. */
@Component
@RequiredArgsConstructor
class OpenSurveyPlanDelegate implements JavaDelegate {

  private final SurveyPlans plans;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    int thisYear = LocalDate.now(clock).getYear();
    boolean ofYear = execution.getVariable("planYear") != null;
    boolean needKnown = execution.getVariable("needFacts") instanceof String facts && !facts.isEmpty();
    int year = ofYear ? ((Number) execution.getVariable("planYear")).intValue() : thisYear;
    String occasion = ofYear ? plans.stands(year) ? "made" : "year" : needKnown ? "need" : "byHand";
    Long id = "made".equals(occasion) ? null : plans.open(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), year, ofYear).getId();
    if (needKnown && id != null) {
      plans.need(new SurveyNeed(null, id, given(execution, "requestingDepartment", SurveyDepartment.CUSTOMER_SERVICE.getCode()), (String) execution.getVariable("needFacts"), "", null, "", null, null));
    }
    String starter = needKnown || ofYear ? null : (String) execution.getVariable(CaseVariables.STARTER);
    execution.setVariables(Map.of("planOccasion", occasion, "planYear", year, "planned", ofYear, "sellingExpenseKnown", !ofYear && plans.approved(year).isPresent(), "returnNote", "",
        "reviewReturns", 0, "financeReturns", 0, "gmReturns", 0, "departments", new ArrayList<>(SurveyDepartment.roles())));
    execution.setVariable("surveyPlanId", id);
    // Whose need made a program report it has no part in the plan.
    execution.setVariable(CaseVariables.STARTER, starter);
    execution.setVariable(CaseVariables.OWNER, starter);
  }

  private static String given(DelegateExecution execution, String name, String otherwise) {
    return execution.getVariable(name) instanceof String text && !text.isEmpty() ? text : otherwise;
  }
}
