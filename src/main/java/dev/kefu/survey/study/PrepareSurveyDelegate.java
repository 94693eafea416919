package dev.kefu.survey.study;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.engine.CaseVariables;
import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Shows what is known of a planned or called survey, and reckons until when both sides must agree; a survey that a person starts knows nothing. */
@Component
@RequiredArgsConstructor
class PrepareSurveyDelegate implements JavaDelegate {

  private static final TimeSpan TO_AGREE = TimeSpan.parse("3wd");

  private final WorkingCalendar calendar;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Map<String, Object> known = new LinkedHashMap<>();
    put(known, "surveyTitle", execution.getVariable("surveyTitle"));
    put(known, "requestingDepartment", execution.getVariable("requestingDepartment"));
    put(known, "reportDate", execution.getVariable("reportDate"));
    put(known, "expectedGoal", execution.getVariable("surveyGoals"));
    if (!known.isEmpty()) {
      execution.setVariable("purpose", Spin.JSON(known));
    }
    String budget = text(execution.getVariable("surveyBudget"));
    execution.setVariable("knownFacts", budget.isEmpty() ? "" : "**In the annual plan 年度計劃:** " + budget + " 元 " + text(execution.getVariable("planNumber")));
    execution.setVariable("surveyBudget", budget);
    execution.setVariable("settleAt", Date.from(calendar.due(clock.instant(), TO_AGREE)));
    execution.setVariable(CaseVariables.STARTER, execution.getVariable(CaseVariables.STARTER));
    List.of("surveyTitle", "requestingDepartment", "reportDate").forEach(name -> execution.setVariable(name, text(execution.getVariable(name))));
    execution.setVariables(Map.of("returnNote", "", "surveyOutcome", SurveyWords.OPEN, "surveyNo", "", "surveyPurpose", "", "purposeFacts", ""));
  }

  private static void put(Map<String, Object> known, String name, Object value) {
    if (!text(value).isEmpty()) {
      known.put(name, text(value));
    }
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
