package dev.kefu.aftersales.roster;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes a substitute for each gap, or nobody; refuses one who breaks a limit; puts the version in force and tells them. */
@Component
@RequiredArgsConstructor
class PublishSubstitutesDelegate implements JavaDelegate {

  private final Rosters rosters;
  private final StaffChoices staff;
  private final ShiftHours hours;
  private final ShiftNotices notices;

  @Override
  public void execute(DelegateExecution execution) {
    RosterChange change = rosters.change((Long) execution.getVariable("absenceId"));
    Roster roster = rosters.get(change.getRosterId());
    Leave leave = new Leave(change.getPerson(), change.getFirstDay(), change.getLastDay());
    Map<String, String> substitutes = substitutes(FormData.read(execution, "filling", Filling.class).rows(), change.getPerson());
    List<PlannedShift> gaps = rosters.current(roster).stream().filter(leave::covers).toList();
    Map<PlannedShift, String> newHands = gaps.stream().collect(Collectors.toMap(Rosters::key, gap -> Optional.ofNullable(substitutes.remove(TakeAbsenceDelegate.code(gap)))
        .orElseThrow(() -> new FactsRefused("Substitutes 補位: %s is missing; name somebody or choose that nobody can 缺少此班次".formatted(gap.label())))));
    List<PlannedShift> after = Rosters.replaced(rosters.around(roster.month()), newHands);
    Set<PlannedShift> filled = gaps.stream().map(gap -> new PlannedShift(gap.day(), gap.kind(), newHands.get(Rosters.key(gap)), gap.area())).collect(Collectors.toSet());
    new RosterRules(hours, RosterLimits.of(execution.getVariable("rosterLimits")), staff::name).hold(after, filled);
    rosters.publish(roster.getId(), change, newHands, "Absence 缺勤: " + change.getReason(), Performer.of(execution));
    notices.tell(roster, newHands.values().stream().filter(person -> !person.isEmpty()).distinct().toList(), "Substitute 補位");
  }

  private static Map<String, String> substitutes(List<Row> rows, String absent) {
    Map<String, String> substitutes = new HashMap<>();
    rows.forEach(row -> {
      if (row.person().equals(absent) || substitutes.putIfAbsent(row.shift(), TakeAbsenceDelegate.NOBODY.equals(row.person()) ? "" : row.person()) != null) {
        throw new FactsRefused("Substitutes 補位: each gap once, and not the absent one 每班一次，且不得為缺勤者");
      }
    });
    return substitutes;
  }

  /** The form service-roster-absence-fill. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Filling(List<Row> rows) {
  }

  /**
   * Who takes a shift.
   *
   * @param shift day and shift, as {@link TakeAbsenceDelegate} offers it
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(String shift, String person) {
  }
}
