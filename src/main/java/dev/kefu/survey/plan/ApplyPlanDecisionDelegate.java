package dev.kefu.survey.plan;

import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Strikes out and cuts what an approver said, so that the next one reads what is left. */
@Component
@RequiredArgsConstructor
class ApplyPlanDecisionDelegate implements JavaDelegate {

  private final SurveyPlans plans;
  private final PresentedPlan presented;

  @Override
  public void execute(DelegateExecution execution) {
    long plan = (Long) execution.getVariable("surveyPlanId");
    plans.decide(plan, FormData.read(execution, "itemDecisions", ItemDecisions.class));
    execution.setVariables(presented.of(plan));
  }
}
