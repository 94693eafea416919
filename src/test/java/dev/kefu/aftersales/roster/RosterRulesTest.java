package dev.kefu.aftersales.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.aftersales.roster.ShiftHours.Hours;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of dt-roster-check, and what the rules make of it at its very limits. */
class RosterRulesTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final LocalDate FIRST = LocalDate.of(2032, 5, 3);

  private RosterRules rules;

  @BeforeEach
  void readTable() throws IOException {
    try (InputStream table = Files.newInputStream(Path.of("processes/aftersales/roster-check.dmn"))) {
      Object limits = ENGINE.evaluateDecisionTable(ENGINE.parseDecision("roster-check", table), Map.<String, Object>of("section", "afterSales")).getResultList();
      ShiftHours hours = new ShiftHours(Map.of("early", new Hours(LocalTime.of(8, 0), Duration.ofHours(8)), "middle", new Hours(LocalTime.of(11, 0), Duration.ofHours(8)),
          "late", new Hours(LocalTime.of(13, 0), Duration.ofHours(8)), "onCall", new Hours(LocalTime.of(22, 0), Duration.ofHours(10))), Duration.ofMinutes(45));
      rules = new RosterRules(hours, RosterLimits.of(limits), person -> person.toUpperCase());
    }
  }

  @ParameterizedTest
  @CsvSource({
      "late,   early, 1, ''",
      "onCall, late,  1, 'ANNA: 2032-05-03 on call 值班 → 2032-05-04 late 晚班, 5.0 h'",
      "early,  early, 0, 'ANNA: 2032-05-03 early 早班 → 2032-05-03 early 早班, 0.0 h'",
      "onCall, early, 1, 'ANNA: 2032-05-03 on call 值班 → 2032-05-04 early 早班, 0.0 h'"})
  void elevenHoursOfRestAreEnoughAndLessIsRefused(String first, String second, int daysLater, String finding) {
    List<PlannedShift> shifts = List.of(shift(0, first), new PlannedShift(FIRST.plusDays(daysLater), ShiftKind.of(second), "anna", "other"));
    List<String> found = rules.violations(shifts, Set.copyOf(shifts));
    if (finding.isEmpty()) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).singleElement().asString().startsWith(finding.substring(0, finding.indexOf('→'))).contains(finding.substring(finding.lastIndexOf(", ")));
    }
  }

  @Test
  void sixShiftsInSevenDaysAreEnoughAndTheSeventhIsRefusedOnce() {
    assertThat(rules.violations(days(6), new HashSet<>(days(6)))).isEmpty();
    assertThat(rules.violations(days(7), new HashSet<>(days(7)))).singleElement().asString().contains("ANNA: 7 shifts from 2032-05-03 to 2032-05-09");
    assertThat(rules.violations(days(9), new HashSet<>(days(9)))).hasSize(1);
    List<PlannedShift> withDayOff = days(9).stream().filter(shift -> !shift.day().equals(FIRST.plusDays(3))).toList();
    assertThat(rules.violations(withDayOff, new HashSet<>(withDayOff))).isEmpty();
  }

  @Test
  void whatStoodBeforeIsNobodysFaultNow() {
    assertThat(rules.violations(days(7), Set.of(new PlannedShift(FIRST.plusDays(20), ShiftKind.EARLY, "ben", "hotline")))).isEmpty();
  }

  @Test
  void lessThanNinetyFivePerCentOfTheForecastWarns() {
    assertThat(rules.shortage(95)).isEmpty();
    assertThat(rules.shortage(94.9)).contains("94.9 %").contains("95 %");
    assertThat(rules.shortageRejects()).isFalse();
  }

  private static List<PlannedShift> days(int number) {
    List<PlannedShift> shifts = new ArrayList<>();
    for (int day = 0; day < number; day++) {
      shifts.add(shift(day, "early"));
    }
    return shifts;
  }

  private static PlannedShift shift(int day, String kind) {
    return new PlannedShift(FIRST.plusDays(day), ShiftKind.of(kind), "anna", "hotline");
  }
}
