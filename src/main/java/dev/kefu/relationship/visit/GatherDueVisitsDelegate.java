package dev.kefu.relationship.visit;

import dev.kefu.engine.CaseVariables;
import dev.kefu.information.CustomerCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens a plan and gathers what it must hold: A-customers who were not visited for long, and what the plan of the year says. */
@Component
@RequiredArgsConstructor
class GatherDueVisitsDelegate implements JavaDelegate {

  private final VisitPrograms programs;

  @Override
  public void execute(DelegateExecution execution) {
    String planner = given(execution, "planner", (String) execution.getVariable(CaseVariables.STARTER));
    String period = given(execution, "planMonth", null);
    if (period == null) {
      period = programs.nextWithout(planner);
    }
    boolean needed = !programs.stands(planner, period);
    if (needed) {
      programs.open(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), planner, period);
    }
    execution.setVariables(Map.of("planNeeded", needed, "planner", planner, CaseVariables.STARTER, planner, CaseVariables.OWNER, planner, "planMonth", period,
        "dueFacts", dueFacts(planner, period), "returnNote", "", "planReturns", 0));
  }

  private String dueFacts(String planner, String period) {
    List<String> parts = new ArrayList<>();
    List<CustomerCard> due = programs.dueTo(planner);
    parts.add("**A-customers without a visit in 30 days 30 天未訪的 A 級客戶:** "
        + (due.isEmpty() ? "none 無" : due.stream().map(customer -> customer.code() + " " + customer.name()).collect(Collectors.joining(", "))));
    List<PlanLine> year = programs.ofYear(planner, period);
    if (!year.isEmpty()) {
      parts.add("**Plan of the year 年計劃:** " + year.stream().map(line -> "%s × %d (%s h)".formatted(line.customerCode(), line.times(), line.hours().toPlainString()))
          .collect(Collectors.joining(", ")));
    }
    return VisitWords.facts(parts);
  }

  private static String given(DelegateExecution execution, String name, String otherwise) {
    return execution.getVariable(name) instanceof String text && !text.isEmpty() ? text : otherwise;
  }
}
