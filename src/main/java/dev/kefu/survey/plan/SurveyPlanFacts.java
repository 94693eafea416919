package dev.kefu.survey.plan;

import dev.kefu.budget.Money;
import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the register of survey plans says on the printed form. */
@Component
@RequiredArgsConstructor
class SurveyPlanFacts implements RegisterFacts<SurveyPlan> {

  private final SurveyPlanRepository repository;
  private final SurveyPlans plans;

  @Override
  public String register() {
    return "surveyPlan";
  }

  @Override
  public Optional<SurveyPlan> entry(String caseNumber) {
    return repository.findByCaseNumber(caseNumber);
  }

  @Override
  public NamedFacts<SurveyPlan> facts() {
    return new NamedFacts<SurveyPlan>()
        .with("year", plan -> String.valueOf(plan.getPlanYear()))
        .with("sellingExpense", plan -> plan.getSellingExpense() == null ? null : Money.text(plan.getSellingExpense()))
        .with("budgetTotal", plan -> Money.text(plans.budget(plan.getId())))
        .with("surveys", plan -> plans.of(plan.getId()).stream().map(SurveyPlanFacts::row).toList());
  }

  private static Map<String, String> row(PlannedSurvey survey) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("Survey 調查名稱", survey.getTitle());
    row.put("User 使用部門", PlanWords.DEPARTMENTS.getOrDefault(survey.getDepartment(), survey.getDepartment()));
    row.put("Begins 開始", survey.getStartsOn().toString());
    row.put("Report 報告", survey.getReportOn().toString());
    row.put("Sample 樣本量", String.valueOf(survey.getScope().sampleSize()));
    row.put("Budget 預算", Money.text(survey.getBudget()));
    row.put("State 狀態", SurveyPlanFiles.STATES.get(survey.getStatus().name()));
    return row;
  }
}
