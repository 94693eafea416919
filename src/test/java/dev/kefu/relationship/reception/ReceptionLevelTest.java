package dev.kefu.relationship.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceptionLevelTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @ParameterizedTest
  @CsvSource({"true, D, high, customer-service-manager", "false, A, medium, relationship-supervisor", "false, B, medium, relationship-supervisor", "false, C, ordinary, relationship-specialist",
      "false, , ordinary, relationship-specialist", "true, A, high, customer-service-manager"})
  void levelFollowsRankAndGrade(boolean important, String grade, String level, String receiver) {
    assertThat(ask("level", important, grade, "agreement")).containsEntry("level", level).containsEntry("receiver", receiver);
  }

  @ParameterizedTest
  @CsvSource({"agreement, allByUs", "mutual, partlyByUs", "other, guestPays"})
  void costBearingFollowsTheGroundsWhateverTheLevel(String grounds, String bearing) {
    assertThat(ask("cost", true, "A", grounds)).containsEntry("costBearing", bearing);
  }

  private static Map<String, Object> ask(String aspect, boolean important, String grade, String grounds) {
    Map<String, Object> input = new HashMap<>();
    input.put("aspect", aspect);
    input.put("importantGuest", important);
    input.put("customerGrade", grade);
    input.put("costBearing", grounds);
    return ENGINE.evaluateDecisionTable(ENGINE.parseDecision("reception-level", ReceptionLevelTest.class.getResourceAsStream("/processes/relationship/reception-level.dmn")), input).getSingleResult()
        .getEntryMap();
  }
}
