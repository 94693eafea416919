package dev.kefu.survey.plan;

import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes a draft over into the register and reckons what the table asks; a line that cannot be is refused with its number. */
@Component
@RequiredArgsConstructor
class TakeAnnualPlanDelegate implements JavaDelegate {

  private final SurveyPlans plans;
  private final PresentedPlan presented;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Draft draft = FormData.read(execution, "draft", Draft.class);
    long id = (Long) execution.getVariable("surveyPlanId");
    SurveyPlan plan = plans.get(id);
    draft.check(plan.isPlanned() ? plan.getPlanYear() : null, LocalDate.now(clock));
    BigDecimal expense = draft.sellingExpense() == null ? plans.approved(plan.getPlanYear()).orElseThrow().getSellingExpense() : draft.sellingExpense();
    String drafter = Performer.of(execution);
    plans.draft(id, drafter, expense, draft, FormData.read(execution, "proposal", Proposal.class));
    execution.setVariable("drafter", drafter);
    execution.setVariable("surveyShare", plans.share(id).doubleValue());
    execution.setVariable("itemBudget", plans.budget(id).doubleValue());
    execution.setVariables(presented.of(id));
  }
}
