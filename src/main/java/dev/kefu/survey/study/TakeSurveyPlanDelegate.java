package dev.kefu.survey.study;

import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks what the form cannot, reckons the total and writes the plan down for whoever approves. */
@Component
@RequiredArgsConstructor
class TakeSurveyPlanDelegate implements JavaDelegate {

  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

  private final Surveys surveys;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    SurveyPlan plan = FormData.read(execution, "plan", SurveyPlan.class);
    Survey survey = surveys.get((Long) execution.getVariable("surveyId"));
    boolean partTime = SurveyWords.PART_TIME.equals(execution.getVariable("surveyMode"));
    List<String> problems = plan.problems(survey.getReportDate(), LocalDate.now(clock));
    if (!problems.isEmpty()) {
      throw new FactsRefused(String.join("; ", problems));
    }
    survey.mode((String) execution.getVariable("surveyMode"));
    execution.setVariable("planTotal", plan.total().doubleValue());
    execution.setVariable("overPercent", Survey.over(plan.total(), survey.getBudget()).doubleValue());
    execution.setVariable("planFacts", plan.facts(survey.getTitle(), (String) execution.getVariable("purposeFacts"), survey.getBudget()));
    execution.setVariable("amendFacts", "**Plan 計劃:** " + SurveyWords.money(plan.total()) + (survey.getBudget() == null ? "" : " · **Budget 預算:** " + SurveyWords.money(survey.getBudget())));
    execution.setVariable("planner", Performer.of(execution));
    execution.setVariable("fieldEnds", Date.from(plan.fieldEnd().atTime(END_OF_DAY).atZone(clock.getZone()).toInstant()));
    execution.setVariable("interviewersNeeded", partTime ? plan.interviewersNeeded() : 0);
    execution.setVariable("staffTodo", partTime ? "Part-time interviewers 兼職調查員: " + plan.interviewersNeeded() + " · " + survey.getTitle() : "");
  }
}
