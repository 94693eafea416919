package dev.kefu.survey.plan;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes down who needs to know what. */
@Component
@RequiredArgsConstructor
class GatherSurveyNeedsDelegate implements JavaDelegate {

  private final SurveyPlans plans;

  @Override
  public void execute(DelegateExecution execution) {
    List<String> needs = plans.needs((Long) execution.getVariable("surveyPlanId"));
    execution.setVariable("needFacts", needs.isEmpty() ? "No department needs anything 各部門均無需求" : PlanWords.facts(needs));
  }
}
