package dev.kefu.aftersales.roster;

import dev.kefu.engine.CaseVariables;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes section and month of the schedule, or of whoever starts by hand, opens the register and forecasts the load. */
@Component
@RequiredArgsConstructor
class ForecastLoadDelegate implements JavaDelegate {

  private final Rosters rosters;
  private final StaffChoices staff;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    String starter = (String) execution.getVariable(CaseVariables.STARTER);
    Section section = execution.getVariable("section") instanceof String code && !code.isEmpty() ? Section.of(code) : staff.plannedBy(starter);
    YearMonth month = execution.getVariable("month") instanceof String text && !text.isEmpty() ? YearMonth.parse(text) : rosters.nextWithout(section);
    boolean free = !rosters.stands(section, month);
    execution.setVariable("monthFree", free);
    if (free) {
      open(execution, section, month, starter);
    }
  }

  private void open(DelegateExecution execution, Section section, YearMonth month, String starter) {
    Roster roster = rosters.open(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), section, month);
    execution.setVariable("rosterId", roster.getId());
    execution.setVariable("section", section.code());
    execution.setVariable("month", month.toString());
    execution.setVariable("sectionName", section.label());
    execution.setVariable("plannerRole", section.planner());
    execution.setVariable("approverRole", section.approver());
    execution.setVariable("leaderRole", section.leader());
    execution.setVariable("forecastFacts", rosters.forecastFacts(roster));
    execution.setVariable("staffChoices", staff.of(section));
    execution.setVariable("monthEnds", Date.from(month.plusMonths(1).atDay(1).atStartOfDay(clock.getZone()).toInstant()));
    execution.setVariable("returnNote", "");
    execution.setVariable("rosterReturns", 0);
    execution.setVariable("drafter", "");
    // Expressions ask for them, and a roster that the schedule starts has no starter.
    execution.setVariable(CaseVariables.STARTER, starter);
    execution.setVariable(CaseVariables.OWNER, starter);
  }
}
