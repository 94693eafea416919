package dev.kefu.information.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of dt-leak-level and what lies between them. */
class LeakLevelTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @ParameterizedTest
  @CsvSource({
      "topSecret,    0,         lost,         1, 1h",
      "none,         1001,      leaked,       1, 1h",
      "none,         0,         sold,         1, 1h",
      "confidential, 0,         stolen,       2, 4h",
      "none,         101,       unauthorised, 2, 4h",
      "secret,       1,         suspected,    3, 24h"
  })
  void everyRow(String grade, int customers, String kind, int level, String within) {
    DmnDecisionRuleResult result = decide(grade, customers, kind);
    assertThat(result.<Integer>getEntry("level")).isEqualTo(level);
    assertThat(result.<String>getEntry("informWithin")).isEqualTo(within);
  }

  @ParameterizedTest
  @CsvSource({
      "secret,       0,         3", "secret,       100,       3", "secret,       101,       2", "secret,       1000,      2", "secret,       1001,      1",
      "none,         100,       3", "none,         100000000, 1", "confidential, 100,       2", "confidential, 1000,      2", "confidential, 1001,      1",
      "topSecret,    1,         1", "topSecret,    1001,      1"
  })
  void gapsBetweenTheNumbers(String grade, int customers, int level) {
    assertThat(decide(grade, customers, "leaked").<Integer>getEntry("level")).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"confidential, 50", "secret, 0", "none, 101"})
  void whatIsSoldIsAlwaysTheFirstLevel(String grade, int customers) {
    assertThat(decide(grade, customers, "sold").<Integer>getEntry("level")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"leaked", "lost", "stolen", "unauthorised", "suspected"})
  void otherKindsDecideNothing(String kind) {
    assertThat(decide("secret", 100, kind).<Integer>getEntry("level")).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"topSecret, 依法須立即告知主管部門及所涉客戶", "confidential, 由法務認定是否須告知主管部門及客戶", "secret, 一般無須告知"})
  void dutyToTellIsShown(String grade, String words) {
    assertThat(decide(grade, 1, "lost").<String>getEntry("dutyToTell")).contains(words);
  }

  private static DmnDecisionRuleResult decide(String grade, int customers, String kind) {
    try (InputStream file = Files.newInputStream(Path.of("processes/information/leak-level.dmn"))) {
      return ENGINE.evaluateDecisionTable(ENGINE.parseDecision("leak-level", file),
          Map.<String, Object>of("incident", Map.of("grade", grade, "customersAffected", customers, "kind", kind))).getSingleResult();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
