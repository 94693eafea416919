package dev.kefu.aftersales.roster;

import dev.kefu.engine.FactsRefused;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/** Holds shifts to the limits of the table roster-check; says for people which person breaks which limit on which day. */
@RequiredArgsConstructor
class RosterRules {

  private static final int WEEK = 7;
  private static final int MOST_FINDINGS = 20;

  private final ShiftHours hours;
  private final RosterLimits limits;
  /** User id to name. */
  private final UnaryOperator<String> names;

  /**
   * What breaks a limit that rejects.
   *
   * @param shifts all shifts of the persons, those of the days around included
   * @param touched only findings in which one of these takes part count: what stood before is nobody's fault now
   */
  List<String> violations(Collection<PlannedShift> shifts, Set<PlannedShift> touched) {
    return findings(shifts, touched, true);
  }

  /** What breaks a limit that only warns. */
  List<String> warnings(Collection<PlannedShift> shifts, Set<PlannedShift> touched) {
    return findings(shifts, touched, false);
  }

  /**
   * Refuses what breaks a limit.
   *
   * @throws FactsRefused with names and dates
   */
  void hold(Collection<PlannedShift> shifts, Set<PlannedShift> touched) {
    refuse(violations(shifts, touched));
  }

  /**
   * Refuses when there is anything to say.
   *
   * @throws FactsRefused with the findings
   */
  static void refuse(List<String> findings) {
    if (!findings.isEmpty()) {
      throw new FactsRefused(findings.stream().limit(MOST_FINDINGS).collect(Collectors.joining("; ")) + (findings.size() > MOST_FINDINGS ? "; … (" + findings.size() + ")" : ""));
    }
  }

  /** Shifts on days of leave. */
  List<String> onLeave(Collection<PlannedShift> shifts, List<Leave> leaves) {
    return shifts.stream().filter(shift -> leaves.stream().anyMatch(leave -> leave.covers(shift)))
        .map(shift -> "%s: %s, on leave 休假中".formatted(names.apply(shift.person()), shift.label())).toList();
  }

  private List<String> findings(Collection<PlannedShift> shifts, Set<PlannedShift> touched, boolean rejects) {
    List<String> findings = new ArrayList<>();
    Map<String, List<PlannedShift>> byPerson = shifts.stream().sorted(Comparator.comparing((PlannedShift shift) -> hours.from(shift.day(), shift.kind())))
        .collect(Collectors.groupingBy(PlannedShift::person, TreeMap::new, Collectors.toList()));
    byPerson.forEach((person, own) -> {
      limits.of("rest", rejects).forEach(limit -> rest(own, touched, limit, findings));
      limits.of("shifts", rejects).forEach(limit -> week(own, touched, limit, findings));
    });
    return findings;
  }

  private void rest(List<PlannedShift> own, Set<PlannedShift> touched, RosterLimits.Row limit, List<String> findings) {
    for (int i = 1; i < own.size(); i++) {
      PlannedShift before = own.get(i - 1);
      PlannedShift after = own.get(i);
      double rest = Math.max(0, Duration.between(hours.until(before.day(), before.kind()), hours.from(after.day(), after.kind())).toMinutes() / 60.0);
      if (limit.isBrokenBy(rest) && (touched.contains(before) || touched.contains(after))) {
        findings.add("%s: %s → %s, %.1f h of rest 休息 %.1f 小時 (≥ %.0f)".formatted(names.apply(before.person()), before.label(), after.label(), rest, rest, limit.least()));
      }
    }
  }

  /** Of windows that overlap, the first one is named. */
  private void week(List<PlannedShift> own, Set<PlannedShift> touched, RosterLimits.Row limit, List<String> findings) {
    LocalDate named = LocalDate.MIN;
    for (PlannedShift first : own) {
      LocalDate end = first.day().plusDays(WEEK);
      List<PlannedShift> window = own.stream().filter(shift -> !shift.day().isBefore(first.day()) && shift.day().isBefore(end)).toList();
      if (limit.isBrokenBy(window.size()) && !first.day().isBefore(named) && window.stream().anyMatch(touched::contains)) {
        findings.add("%s: %d shifts from %s to %s 七日內 %d 班 (≤ %.0f)".formatted(names.apply(first.person()), window.size(), first.day(), end.minusDays(1), window.size(), limit.most()));
        named = end;
      }
    }
  }

  /** Whether the coverage is short of what the table asks for, in words; empty when it is not. */
  String shortage(double coverage) {
    return limits.rows().stream().filter(row -> row.check().equals("coverage") && row.isBrokenBy(coverage)).findFirst()
        .map(row -> "Coverage 覆蓋率 %.1f %% < %.0f %%: less than the forecast 低於預測".formatted(coverage, row.least())).orElse("");
  }

  /** Whether a shortage rejects. */
  boolean shortageRejects() {
    return !limits.of("coverage", true).isEmpty();
  }

  /** Staffed hours of shifts. */
  double staffedHours(Collection<PlannedShift> shifts) {
    return shifts.stream().mapToDouble(shift -> hours.length(shift.kind()).toMinutes() / 60.0).sum();
  }
}
