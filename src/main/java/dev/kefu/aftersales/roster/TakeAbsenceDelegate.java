package dev.kefu.aftersales.roster;

import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Finds the shifts from which somebody is absent; an absence from none is refused. */
@Component
@RequiredArgsConstructor
class TakeAbsenceDelegate implements JavaDelegate {

  private final Rosters rosters;
  private final StaffChoices staff;

  static final String NOBODY = "nobody";

  @Override
  public void execute(DelegateExecution execution) {
    Roster roster = rosters.get((Long) execution.getVariable("rosterId"));
    Absence absence = FormData.read(execution, "absence", Absence.class);
    Leave leave = absence.leave();
    List<PlannedShift> gaps = rosters.current(roster).stream().filter(leave::covers).toList();
    String name = staff.name(absence.person());
    if (gaps.isEmpty()) {
      throw new FactsRefused("%s has no shift from %s to %s in this roster 該期間無班次".formatted(name, leave.firstDay(), leave.lastDay()));
    }
    RosterChange change = rosters.ask(RosterChange.absence(roster.getId(), execution.getProcessInstanceId(), leave, absence.reason(), gaps.size()), Performer.of(execution));
    execution.setVariable("absenceId", change.getId());
    execution.setVariable("absentPerson", absence.person());
    execution.setVariable("absenceFacts", name + ": " + absence.reason() + "\n" + gaps.stream().map(gap -> "- " + gap.label() + ", " + gap.area()).collect(Collectors.joining("\n")));
    execution.setVariable("gapChoices", Spin.JSON(gaps.stream().map(gap -> Map.of("value", code(gap), "label", gap.label() + " · " + gap.area())).toList()));
    execution.setVariable("substituteChoices", staff.withNobody(Section.of(roster.getSection()), NOBODY));
  }

  /** A gap as a form names it: day and shift. */
  static String code(PlannedShift gap) {
    return gap.day() + "/" + gap.kind().code();
  }
}
