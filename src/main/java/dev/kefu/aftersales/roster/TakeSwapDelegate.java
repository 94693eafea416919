package dev.kefu.aftersales.roster;

import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes a slip: both have the shifts that it names and the same skills, there is time enough, and no limit is broken. */
@Component
@RequiredArgsConstructor
class TakeSwapDelegate implements JavaDelegate {

  private final Rosters rosters;
  private final StaffChoices staff;
  private final ShiftHours hours;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Roster roster = rosters.get((Long) execution.getVariable("rosterId"));
    SwapSlip slip = FormData.read(execution, "swap", SwapSlip.class);
    if (slip.applicant().equals(slip.partner()) || !staff.haveSameSkills(Section.of(roster.getSection()), slip.applicant(), slip.partner())) {
      throw new FactsRefused("Partner 換班人: somebody else with the same skills 須為技能相同的另一人");
    }
    PlannedShift own = shift(roster, slip.applicant(), slip.ownShift(), "Own shift 原班次");
    PlannedShift other = shift(roster, slip.partner(), slip.otherShift(), "Other shift 換後班次");
    RosterChange swap = rosters.ask(RosterChange.swap(roster.getId(), execution.getProcessInstanceId(), own, other, slip.reason()), Performer.of(execution));
    List<PlannedShift> after = rosters.afterSwap(roster, swap);
    new RosterRules(hours, RosterLimits.of(execution.getVariable("rosterLimits")), staff::name).hold(after, Rosters.swapped(after, swap));
    execution.setVariable("swapId", swap.getId());
    execution.setVariable("swapApplicant", slip.applicant());
    execution.setVariable("swapPartner", slip.partner());
    execution.setVariable("agreeWithin", rosters.minutesToAgree(own) + "min");
    execution.setVariable("swapFacts", "%s: %s\n\n%s: %s\n\n%s".formatted(staff.name(slip.applicant()), own.label(), staff.name(slip.partner()), other.label(), slip.reason()));
  }

  private PlannedShift shift(Roster roster, String person, OffsetDateTime from, String label) {
    PlannedShift shift = rosters.shiftOf(roster, person, from.atZoneSameInstant(clock.getZone()).toLocalDateTime(), label, staff.name(person));
    rosters.inTime(shift, label);
    return shift;
  }
}
