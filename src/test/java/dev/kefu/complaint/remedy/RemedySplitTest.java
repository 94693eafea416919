package dev.kefu.complaint.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedySplitTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private final DmnDecision decision = parse();

  /** The rows of dt-remedy-split; the first has two remedies. */
  @ParameterizedTest
  @CsvSource({
      "repair,       repair",
      "rework,       repair",
      "exchange,     'exchange, pickUp'",
      "return,       'pickUp, refund'",
      "allowance,    allowance",
      "compensation, pay",
      "apology,      apologise",
      "recall,       pickUp"
  })
  void remedyOpensItsSteps(String remedy, String steps) {
    assertThat(decide(remedy)).containsExactly(steps);
  }

  @Test
  void severalRemediesOpenTheirStepsSideBySide() {
    assertThat(decide("apology", "return", "rework", "repair", "recall")).containsExactly("repair", "pickUp, refund", "apologise", "pickUp");
  }

  @Test
  void allRemediesOpenAllSteps() {
    assertThat(decide("repair", "rework", "exchange", "return", "allowance", "compensation", "apology", "recall"))
        .containsExactly("repair", "exchange, pickUp", "pickUp, refund", "allowance", "pay", "apologise", "pickUp");
  }

  @Test
  void nothingApprovedOpensNothing() {
    assertThat(decide()).isEmpty();
  }

  @Test
  void explanationIsNoRemedyThatIsCarriedOut() {
    assertThat(decide("explanation")).isEmpty();
  }

  private List<Object> decide(String... remedies) {
    return ENGINE.evaluateDecisionTable(decision, Map.<String, Object>of("remedies", List.of(remedies))).collectEntries("steps");
  }

  private DmnDecision parse() {
    InputStream table = getClass().getResourceAsStream("/processes/complaint/remedy-split.dmn");
    return ENGINE.parseDecision("remedy-split", table);
  }
}
