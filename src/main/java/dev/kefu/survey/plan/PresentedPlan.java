package dev.kefu.survey.plan;

import dev.kefu.budget.Money;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** Writes down what an approver reads of a plan, and the surveys that he may strike out or cut. */
@Component
@RequiredArgsConstructor
class PresentedPlan {

  private final SurveyPlans plans;

  /** The variables of the process that say it. */
  Map<String, Object> of(long id) {
    SurveyPlan plan = plans.get(id);
    List<String> parts = new ArrayList<>();
    parts.add("**Survey plan 調查計劃 %d%s:** **%s** · selling expense 銷售費用 %s · surveys of the year 全年調查費用佔比 **%s %%**".formatted(plan.getPlanYear(), plan.isPlanned() ? "" : " · unplanned 計劃外",
        Money.text(plans.budget(id)), Money.text(plan.getSellingExpense()), plans.share(id).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString()));
    plans.of(id).forEach(survey -> parts.add(PlanWords.facts(survey)));
    List<PlannedSurvey> cut = plans.toRescope(id);
    return Map.of("planFacts", PlanWords.facts(parts), "planItems", options(plans.left(id)), "cutItems", options(cut), "budgetCut", !cut.isEmpty());
  }

  private static SpinJsonNode options(List<PlannedSurvey> surveys) {
    return Spin.JSON(surveys.stream().map(survey -> Map.of("value", String.valueOf(survey.getItemNo()), "label", survey.getItemNo() + " · " + survey.getTitle() + " · " + Money.text(survey.getBudget()))).toList());
  }
}
