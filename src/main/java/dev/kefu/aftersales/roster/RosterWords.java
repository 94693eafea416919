package dev.kefu.aftersales.roster;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rosters in words, for whoever approves. */
final class RosterWords {

  private static final int MOST = 3500;

  private RosterWords() {
  }

  /** Section, month, coverage, warnings, and each person's number of shifts. */
  static String facts(Roster roster, List<PlannedShift> shifts, List<String> warnings) {
    StringBuilder facts = new StringBuilder("%s, %s\n\nStaffed 排班: %s h · forecast 預測: %s h · coverage 覆蓋率: %.1f %%".formatted(Section.of(roster.getSection()).label(), roster.getRosterMonth(),
        roster.getStaffedHours().stripTrailingZeros().toPlainString(), roster.getForecastHours().toPlainString(), roster.coverage()));
    warnings.forEach(warning -> facts.append("\n\n**Warning 提示**: ").append(warning));
    Map<String, Long> byPerson = shifts.stream().collect(Collectors.groupingBy(PlannedShift::person, TreeMap::new, Collectors.counting()));
    facts.append("\n\nShifts 班數: ").append(byPerson.entrySet().stream().map(person -> person.getKey() + " " + person.getValue()).collect(Collectors.joining(", ")));
    return facts.length() <= MOST ? facts.toString() : facts.substring(0, MOST) + "…";
  }
}
