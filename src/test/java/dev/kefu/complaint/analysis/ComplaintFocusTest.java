package dev.kefu.complaint.analysis;

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

/** Every row of dt-complaint-focus, and the values beside them. */
class ComplaintFocusTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @ParameterizedTest
  @CsvSource({
      "20.0,   0.0,  0, corrective",
      "100.0, -50.0, 1, corrective",
      "19.9,  50.0,  5, corrective",
      "0.1,  100.0, 99, corrective",
      "19.9,  49.9,  5, watch",
      "19.9,  50.0,  4, watch",
      "19.9,   0.0, 50, watch",
      "0.0,  -10.0,  0, watch"})
  void focusFollowsTheFirstConditionThatHolds(double share, double growth, int cases, String focus) throws IOException {
    try (InputStream table = Files.newInputStream(Path.of("processes/complaint/complaint-focus.dmn"))) {
      assertThat(ENGINE.evaluateDecisionTable(ENGINE.parseDecision("complaint-focus", table),
          Map.<String, Object>of("causeShare", share, "monthGrowth", growth, "monthCases", cases)).getSingleResult().getEntryMap()).isEqualTo(Map.of("focus", focus));
    }
  }
}
