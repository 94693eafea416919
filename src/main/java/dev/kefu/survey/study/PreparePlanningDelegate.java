package dev.kefu.survey.study;

import java.util.Map;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Begins a plan with the goals that were agreed, in their order, or with the plan that is amended. */
@Component
@RequiredArgsConstructor
class PreparePlanningDelegate implements JavaDelegate {

  private static final int LONGEST_GOAL = 300;

  private final Surveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariables(Map.of("returnNote", "", "planReturns", 0, "planOutcome", "rejected"));
    if (execution.getVariable("amendFacts") == null) {
      execution.setVariable("amendFacts", "");
    }
    if (execution.getVariable("plan") == null) {
      String[] goals = surveys.get((Long) execution.getVariable("surveyId")).getExpectedGoal().split("\\R+");
      execution.setVariable("plan", Spin.JSON(Map.of("surveyGoals", IntStream.range(0, goals.length).mapToObj(at -> Map.of("priority", at + 1, "goal", goals[at].substring(0, Math.min(goals[at].length(), LONGEST_GOAL)))).toList())));
    }
  }
}
