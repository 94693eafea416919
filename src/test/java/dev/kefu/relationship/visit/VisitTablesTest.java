package dev.kefu.relationship.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitTablesTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final List<String> FINDINGS = List.of("disputeNamed", "idea", "fault", "creditChange", "prospectNamed", "competitorNews", "contactChanged", "collectInformation");

  @ParameterizedTest
  @CsvSource({"79.9, 0, false, hoursShort", "80, 0, false, ''", "79.5, 2, false, hoursShort frequencyShort", "120, 1, false, frequencyShort", ", , true, noteInAppraisal", ", , false, ''"})
  void planIsHeldToHoursAndFrequencyAndAnUnreportedChangeIsNoted(Double hours, Integer leftOut, boolean changed, String found) {
    Map<String, Object> input = new HashMap<>();
    input.put("plannedHours", hours);
    input.put("unplannedACustomers", leftOut);
    input.put("changedWithoutReport", changed);
    assertThat(String.join(" ", ask("visit-check", input))).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"disputeNamed, complaint-handling", "idea, customer-proposal", "fault, after-sales-service", "creditChange, customer-credit-survey", "prospectNamed, customer-development",
      "competitorNews, info-bulletin", "contactChanged, relationship-card", "collectInformation, customer-information-survey"})
  void findingStartsItsProcedure(String finding, String procedure) {
    Map<String, Object> input = new HashMap<>();
    FINDINGS.forEach(name -> input.put(name, name.equals(finding)));
    assertThat(ask("visit-followup", input)).containsExactly(procedure);
  }

  @Test
  void nothingFoundStartsNothingAndEverythingStartsEverything() {
    Map<String, Object> input = new HashMap<>();
    FINDINGS.forEach(name -> input.put(name, false));
    assertThat(ask("visit-followup", input)).isEmpty();
    FINDINGS.forEach(name -> input.put(name, true));
    assertThat(ask("visit-followup", input)).hasSize(FINDINGS.size());
  }

  @ParameterizedTest
  @CsvSource({"true, leaders, leaders", "true, association, association", "false, direct, direct", "false, exhibition, direct"})
  void customerWhoIsHardToReachIsMetElsewhere(boolean hard, String other, String channel) {
    assertThat(ask("visit-channel", Map.of("hardToReach", hard, "otherChannel", other))).containsExactly(channel);
  }

  private static List<String> ask(String table, Map<String, Object> input) {
    return ENGINE.evaluateDecisionTable(ENGINE.parseDecision(table, VisitTablesTest.class.getResourceAsStream("/processes/relationship/" + table + ".dmn")), input).getResultList().stream()
        .map(row -> (String) row.values().iterator().next()).toList();
  }
}
