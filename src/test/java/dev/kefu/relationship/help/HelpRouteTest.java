package dev.kefu.relationship.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpRouteTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private final DmnDecision decision = parse();

  /** Every row of the catalogue, and the cases between the rows. */
  @ParameterizedTest
  @CsvSource({
      "true,  false, productEnquiry,     keyAccount,       4h",
      "true,  true,  training,           keyAccount,       4h",
      "true,  false, businessDifficulty, keyAccount,       4h",
      "false, true,  usageQuestion,      answer,           1wd",
      "false, true,  training,           answer,           1wd",
      "false, true,  businessDifficulty, answer,           1wd",
      "false, false, training,           training,         10wd",
      "false, false, usageQuestion,      technicalSupport, ''",
      "false, false, productEnquiry,     technicalSupport, ''",
      "false, false, businessDifficulty, cooperation,      10wd",
      "false, false, other,              answer,           1wd",
      "false, false, keyAccountNeed,     answer,           1wd"
  })
  void needIsRouted(boolean keyAccount, boolean answerKnown, String kind, String route, String deadline) {
    assertThat(decide(keyAccount, answerKnown, kind)).containsExactlyInAnyOrderEntriesOf(Map.of("route", route, "deadline", deadline));
  }

  @Test
  void uncheckedBoxCountsAsUnknownAnswer() {
    assertThat(decide(false, null, "training")).containsEntry("route", "training");
  }

  private DmnDecisionRuleResult decide(boolean keyAccount, Boolean answerKnown, String kind) {
    Map<String, Object> need = new HashMap<>();
    need.put("answerKnown", answerKnown);
    need.put("kind", kind);
    return ENGINE.evaluateDecisionTable(decision, Map.<String, Object>of("keyAccount", keyAccount, "need", need)).getSingleResult();
  }

  private DmnDecision parse() {
    InputStream table = getClass().getResourceAsStream("/processes/relationship/help-route.dmn");
    return ENGINE.parseDecision("help-route", table);
  }
}
