package dev.kefu.aftersales.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of after-sales service: every row of the catalogue, and the cases between the rows. */
class ServiceTablesTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @ParameterizedTest
  @CsvSource({
      "false, true,  true,  false, contract",
      "false, true,  false, true,  contract",
      "false, false, true,  false, free",
      "false, false, true,  true,  paid",
      "false, false, false, false, paid",
      "true,  false, false, false, internal",
      "true,  true,  true,  false, internal"})
  void kindOfServiceFollowsContractWarrantyAndCause(boolean ownGoods, boolean contractValid, boolean inWarranty, boolean customerFault, String kind) {
    assertThat(decide("service-kind", Map.of("ownGoods", ownGoods, "contractValid", contractValid, "inWarranty", inWarranty, "customerFault", customerFault)))
        .containsEntry("serviceKind", kind);
  }

  @ParameterizedTest
  @CsvSource({
      "true,  false, cosmeticOrAdvice, urgent, 4h",
      "true,  true,  mainFunction,     urgent, 4h",
      "false, true,  cosmeticOrAdvice, high,   1wd",
      "false, false, mainFunction,     high,   1wd",
      "false, false, partFunction,     normal, 2wd",
      "false, false, cosmeticOrAdvice, low,    5wd"})
  void urgencyGivesThePromise(boolean danger, boolean keyAccount, String impact, String urgency, String within) {
    assertThat(decide("service-urgency", Map.of("danger", danger, "keyAccount", keyAccount, "functionImpact", impact)))
        .containsEntry("urgency", urgency).containsEntry("promisedWithin", within);
  }

  @ParameterizedTest
  @CsvSource({
      "true,  true,  false, false, 0, 3,     refund,   refused",
      "false, false, false, false, 2, 3,     refund,   refused",
      "false, true,  true,  false, 2, 3,     exchange, refused",
      "false, true,  false, true,  0, 3,     exchange, refused",
      "false, true,  false, false, 2, 100,   refund,   refund",
      "false, true,  false, false, 3, 100,   repair,   exchange",
      "false, true,  false, false, 0, 7,     refund,   refund",
      "false, true,  false, false, 0, 7,     exchange, exchange",
      "false, true,  false, false, 0, 7,     repair,   repair",
      "false, true,  false, false, 1, 8,     refund,   exchange",
      "false, true,  false, false, 0, 15,    exchange, exchange",
      "false, true,  false, false, 0, 15,    repair,   repair",
      "false, true,  false, false, 1, 16,    exchange, repair",
      "false, true,  false, false, 0, 99999, refund,   repair"})
  void returnIsJudgedByTermCauseAndRepairs(boolean opened, boolean inWarranty, boolean caused, boolean customMade, int repairs, int days, String wish, String way) {
    DmnDecisionRuleResult result = decide("return-exchange", Map.of("openedByOthers", opened, "inWarranty", inWarranty, "customerCaused", caused, "customMade", customMade,
        "failedRepairs", repairs, "daysSinceSale", days, "wish", wish));
    assertThat(result).containsEntry("returnWay", way);
    assertThat((String) result.getEntry("returnGround")).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
      "2, yes,    true,  true,  complaint",
      "1, partly, false, false, complaint",
      "5, no,     true,  true,  complaint",
      "3, yes,    true,  true,  proposal",
      "3, partly, false, true,  department",
      "5, yes,    false, false, none",
      "5, ,       false, false, none"})
  void feedbackGoesToWhomItConcerns(int lowest, String solved, boolean idea, boolean opinion, String outcome) {
    Map<String, Object> facts = new HashMap<>(Map.of("lowestRating", lowest, "productIdea", idea, "opinionGiven", opinion));
    facts.put("problemSolved", solved);
    assertThat(decide("feedback-route", facts)).containsEntry("feedbackOutcome", outcome);
  }

  private DmnDecisionRuleResult decide(String table, Map<String, Object> facts) {
    return ENGINE.evaluateDecisionTable(ENGINE.parseDecision(table, getClass().getResourceAsStream("/processes/aftersales/" + table + ".dmn")), facts).getSingleResult();
  }
}
