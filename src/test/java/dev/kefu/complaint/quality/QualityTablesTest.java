package dev.kefu.complaint.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the catalogue's tables of P60, and the values between and beside the rows. */
class QualityTablesTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @ParameterizedTest
  @CsvSource({"true, true, unjustified", "true, false, unjustified", "false, true, claim", "false, false, general"})
  void kindIsTheFirstThatHolds(boolean pretext, boolean damagesClaimed, String kind) {
    assertThat(decide("quality-complaint-kind", Map.of("pretext", pretext, "damagesClaimed", damagesClaimed))).isEqualTo(Map.of("qualityKind", kind));
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
    "domestic, false, 13cd, 2cd, -",
    "overseas, false, 16cd, 4cd, -",
    "domestic, true,  -,    -,   customer-service-manager",
    "overseas, true,  -,    -,   customer-service-manager"})
  void deadlineFollowsTheMarketAndOverdueIsCopiedToTheManager(String market, boolean overdue, String wholeCase, String sampling, String copyTo) {
    Map<String, Object> expected = new HashMap<>();
    expected.put("wholeCase", wholeCase);
    expected.put("sampling", sampling);
    expected.put("copyTo", copyTo);
    assertThat(decide("quality-deadline", Map.of("market", market, "overdue", overdue))).isEqualTo(expected);
  }

  @Test
  void unknownMarketHasNoDeadline() {
    assertThat(evaluate("quality-deadline", Map.of("market", "moon", "overdue", false))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"allowance, false, actualAllowance, 0", "returned, true, priceDifference, 1", "returned, false, fullLoss, 1", "none, false, otherCost, 0"})
  void lossHasTheBasisOfItsTreatment(String treatment, boolean resold, String basis, int months) {
    assertThat(decide("deduction-basis", Map.of("judgement", Map.of("treatment", treatment, "resold", resold)))).isEqualTo(Map.of("basis", basis, "resaleMonths", months));
  }

  @Test
  void goodsThatNobodyNotedAsResoldAreUnsold() {
    Map<String, Object> judgement = new HashMap<>(Map.of("treatment", "returned"));
    judgement.put("resold", null);
    assertThat(decide("deduction-basis", Map.of("judgement", judgement))).containsEntry("basis", "fullLoss");
  }

  @ParameterizedTest
  @CsvSource({
    "general, true,  0,    true,  true,  true,  recall",
    "general, false, 5,    true,  true,  true,  recall",
    "general, false, 100,  false, false, false, recall",
    "general, false, 4.99, true,  true,  true,  rework",
    "general, false, 0,    false, true,  true,  exchange",
    "general, false, 0,    false, false, true,  allowance",
    "general, false, 0,    false, false, false, return",
    "claim,   true,  0,    false, false, false, recall",
    "claim,   false, 5,    false, false, false, recall",
    "claim,   false, 0,    true,  false, false, rework",
    "claim,   false, 0,    false, true,  false, exchange",
    "claim,   false, 0,    false, false, true,  allowance",
    "claim,   false, 0,    false, false, false, return"})
  void remedyIsTheFirstThatHoldsAndAClaimGetsDamagesInAddition(String kind, boolean danger, double rate, boolean rework, boolean stock, boolean usable, String remedy) {
    Map<String, Object> result = decide("quality-remedy",
        Map.of("qualityKind", kind, "danger", danger, "defectRate", rate, "reworkAgreed", rework, "stockEnough", stock, "usable", usable));
    assertThat(result).containsEntry("remedy", remedy).containsEntry("damages", kind.equals("claim"));
    assertThat(Arrays.asList(result.get("allowanceMin"), result.get("allowanceMax"))).isEqualTo(remedy.equals("allowance") ? List.of(5, 30) : Arrays.asList(null, null));
  }

  private static Map<String, Object> decide(String decision, Map<String, Object> variables) {
    return evaluate(decision, variables).getSingleResult().getEntryMap();
  }

  private static DmnDecisionResult evaluate(String decision, Map<String, Object> variables) {
    return ENGINE.evaluateDecision(ENGINE.parseDecision(decision, QualityTablesTest.class.getResourceAsStream("/processes/complaint/" + decision + ".dmn")), variables);
  }
}
