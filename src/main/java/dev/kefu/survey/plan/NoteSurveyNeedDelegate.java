package dev.kefu.survey.plan;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.organisation.RoleDirectory;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the need that a person states into the register; the survey supervisor may have the whole next year planned instead. */
@Component
@RequiredArgsConstructor
class NoteSurveyNeedDelegate implements JavaDelegate {

  private static final String SUPERVISOR = "survey-supervisor";

  private final SurveyPlans plans;
  private final RoleDirectory roles;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Request request = FormData.read(execution, "request", Request.class);
    String person = (String) execution.getVariable(CaseVariables.STARTER);
    long plan = (Long) execution.getVariable("surveyPlanId");
    int year = LocalDate.now(clock).getYear();
    if (request.isOfYear()) {
      year++;
      if (execution.getProcessEngineServices().getIdentityService().createGroupQuery().groupMember(person).groupId(roles.holderOf(SUPERVISOR)).count() == 0) {
        throw new FactsRefused("What is to be planned 計劃內容: the survey supervisor plans a year 年度計劃由客戶調查主管發起");
      }
      plans.planYear(plan, year);
    } else {
      plans.need(new SurveyNeed(null, plan, request.requestingDepartment(), request.question(), request.purpose(), request.neededBy(), request.readers(), request.cycle(), person));
    }
    execution.setVariable("wholeYear", request.isOfYear());
    execution.setVariable("planned", request.isOfYear());
    execution.setVariable("planYear", year);
    execution.setVariable("sellingExpenseKnown", !request.isOfYear() && plans.approved(year).isPresent());
  }

  /**
   * The form annual-survey-plan-state-need.
   *
   * @param kind need or year; of a year the rest is null
   * @param cycle null unless the information is needed regularly
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Request(String kind, String requestingDepartment, String question, String purpose, LocalDate neededBy, String readers, String cycle) {

    boolean isOfYear() {
      return "year".equals(kind);
    }
  }
}
