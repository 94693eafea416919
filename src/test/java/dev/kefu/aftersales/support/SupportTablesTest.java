package dev.kefu.aftersales.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of dt-support-severity and of the table that says who is told of a missed time. */
class SupportTablesTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @ParameterizedTest
  @CsvSource({
      "down,       level1, 30min, 1h,  8h,  onSite",
      "heavy,      level2, 2h,    2h,  24h, onSite",
      "partial,    level3, 4h,    1cd, 3wd, onSiteOrRemote",
      "minor,      level4, 1wd,   2wd, 5wd, remote",
      "unfamiliar, level5, 1wd,   '',  5wd, trainingOrRemote"})
  void impactGivesLevelTimesAndMode(String impact, String severity, String react, String news, String solve, String mode) throws IOException {
    assertThat(ask("support-severity", Map.of("ticket", Map.of("impact", impact))))
        .isEqualTo(Map.of("severity", severity, "reactTime", react, "newsEvery", news, "solveTime", solve, "mode", mode));
  }

  @ParameterizedTest
  @CsvSource({
      "react, level5, technical-support-manager",
      "half,  level3, customer-service-manager",
      "full,  level1, general-manager",
      "full,  level2, general-manager",
      "full,  level3, ''"})
  void missedTimeIsToldToWhomTheCatalogueNames(String rung, String severity, String told) throws IOException {
    assertThat(ask("support-escalation", Map.of("rung", rung, "severity", severity))).isEqualTo(Map.of("toldRoles", told));
  }

  private static Map<String, Object> ask(String table, Map<String, Object> facts) throws IOException {
    try (InputStream file = Files.newInputStream(Path.of("processes/aftersales/" + table + ".dmn"))) {
      return ENGINE.evaluateDecisionTable(ENGINE.parseDecision(table, file), facts).getSingleResult().getEntryMap();
    }
  }
}
