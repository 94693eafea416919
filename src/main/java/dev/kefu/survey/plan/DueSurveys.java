package dev.kefu.survey.plan;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Begins surveys whose day has come, each once: the register keeps the number of its case, in the transaction that starts it. Two nodes at once: the second one finds the row changed and tries again. */
@Component
@RequiredArgsConstructor
class DueSurveys {

  private final SurveyPlans plans;

  /**
   * Begins them.
   *
   * @param engine starts each as a case of its own
   */
  void begin(RuntimeService engine) {
    plans.due().forEach(survey -> survey.begin(engine.startProcessInstanceByKey(SurveyPlans.SURVEY, facts(survey)).getBusinessKey()));
  }

  private Map<String, Object> facts(PlannedSurvey survey) {
    return Map.of("surveyTitle", survey.getTitle(), "requestingDepartment", survey.getDepartment(), "surveyGoals", survey.getGoals(), "reportDate", survey.getReportOn().toString(),
        "surveyBudget", survey.getBudget().toPlainString(), "planNumber", plans.get(survey.getPlanId()).getCaseNumber());
  }
}
