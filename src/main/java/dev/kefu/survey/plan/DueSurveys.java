package dev.kefu.survey.plan;

import java.util.Map;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Begins surveys whose day has come, each once: the register keeps the number of its case, in the transaction that starts it. Two nodes at once: the second one finds the row changed and tries again. */
@Component
@RequiredArgsConstructor
class DueSurveys {

  private final SurveyPlans plans;

  /**
   * Begins them.
   *
   * @param start starts a survey with these facts and gives its number
   */
  void begin(Function<Map<String, Object>, String> start) {
    plans.due().forEach(survey -> survey.begin(start.apply(facts(survey))));
  }

  private Map<String, Object> facts(PlannedSurvey survey) {
    return Map.of("surveyTitle", survey.getTitle(), "requestingDepartment", survey.getDepartment(), "surveyGoals", survey.getGoals(), "reportDate", survey.getReportOn().toString(),
        "surveyBudget", survey.getBudget().toPlainString(), "planNumber", plans.get(survey.getPlanId()).getCaseNumber());
  }
}
