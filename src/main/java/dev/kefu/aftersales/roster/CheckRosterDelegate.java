package dev.kefu.aftersales.roster;

import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Holds the plan to the limits: what breaks one is refused with names and dates; what is short of the forecast is said to the approver. */
@Component
@RequiredArgsConstructor
class CheckRosterDelegate implements JavaDelegate {

  private final Rosters rosters;
  private final StaffChoices staff;
  private final ShiftHours hours;

  @Override
  public void execute(DelegateExecution execution) {
    Roster roster = rosters.get((Long) execution.getVariable("rosterId"));
    Plan plan = FormData.read(execution, "roster", Plan.class);
    List<PlannedShift> shifts = plan.shifts(roster.month());
    RosterRules rules = new RosterRules(hours, RosterLimits.of(execution.getVariable("rosterLimits")), staff::name);
    List<PlannedShift> all = Stream.concat(shifts.stream(), rosters.around(roster.month()).stream()).toList();
    Set<PlannedShift> own = Set.copyOf(shifts);
    RosterRules.refuse(Stream.concat(rules.onLeave(shifts, plan.leavesOrNone()).stream(), rules.violations(all, own).stream()).toList());
    String planner = Objects.requireNonNullElse(Performer.of(execution), "");
    roster.plan(BigDecimal.valueOf(rules.staffedHours(shifts)), planner);
    String shortage = rules.shortage(roster.coverage());
    RosterRules.refuse(rules.shortageRejects() && !shortage.isEmpty() ? List.of(shortage) : List.of());
    List<String> warnings = Stream.concat(Stream.of(shortage).filter(text -> !text.isEmpty()), rules.warnings(all, own).stream()).toList();
    execution.setVariable("drafter", planner);
    execution.setVariable("rosterFacts", RosterWords.facts(roster, shifts, warnings));
  }
}
