package dev.kefu.relationship.hospitality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the catalogue's tables of P42, and the values beside their borders. */
class HospitalityTablesTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @ParameterizedTest
  @CsvSource({
      "banquet,   true,  true,  200, designated",
      "banquet,   true,  false, 100, ordinary",
      "buffet,    true,  true,  100, any",
      "buffet,    false, false, 100, any",
      "cocktail,  false, false, 85,  any",
      "teaParty,  true,  false, 60,  any",
      "outing,    false, true,  75,  any",
      "shareMeal, true,  true,  50,  canteen",
      "banquet,   false, true,  120, any",
      "banquet,   false, false, 70,  any"
  })
  void limitPerHead(String occasion, boolean keyCustomer, boolean hostIsManager, double limit, String place) {
    assertThat(ask("hospitality-limit", "occasion", occasion, "keyCustomer", keyCustomer, "hostIsManager", hostIsManager)).containsEntry("limit", limit).containsEntry("place", place);
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "3, 2", "4, 3", "9, 3", "10, 3", "11, 3", "12, 4", "30, 10"})
  void companions(int guests, int most) {
    assertThat(ask("hospitality-companions", "guestCount", guests)).containsEntry("maxCompanions", most);
  }

  @ParameterizedTest
  @CsvSource({
      "banquet,   50.01, 100,     refuse",
      "shareMeal, 60,    5000,    refuse",
      "banquet,   50,    100,     general-manager",
      "shareMeal, 0.01,  100,     general-manager",
      "banquet,   0,     1000.01, general-manager",
      "shareMeal, 0,     1001,    general-manager",
      "banquet,   0,     1000,    customer-service-manager",
      "buffet,    0,     500,     customer-service-manager",
      "outing,    0,     500,     customer-service-manager",
      "shareMeal, 0,     1000,    relationship-supervisor"
  })
  void approver(String occasion, double excess, double total, String approver) {
    assertThat(ask("hospitality-approver", "occasion", occasion, "excessPercent", excess, "totalAmount", total)).containsEntry("approver", approver);
  }

  @ParameterizedTest
  @CsvSource({"0.3333, ok, 1", "0, ok, 1", "0.3334, excessNotPaid, 0.333333", "1, excessNotPaid, 0.333333"})
  void drinks(double share, String result, double paid) {
    DmnDecisionRuleResult row = ask("hospitality-drinks", "drinksShare", share);
    assertThat(row).containsEntry("result", result);
    assertThat(((Number) row.get("paidShare")).doubleValue()).isCloseTo(paid, Offset.offset(0.0001));
  }

  @ParameterizedTest
  @CsvSource({
      "false, -5,    false, refuse",
      "false, 20,    true,  refuse",
      "true,  0,     false, pay",
      "true,  -50,   false, pay",
      "true,  0.01,  false, explain",
      "true,  10,    false, explain",
      "true,  10.01, false, ownCost",
      "true,  30,    true,  pay",
      "true,  5,     true,  pay"
  })
  void audit(boolean approved, double excess, boolean excessApproved, String result) {
    assertThat(ask("hospitality-audit", "approvalInTime", approved, "excessPercent", excess, "excessApproved", excessApproved)).containsEntry("result", result);
  }

  private DmnDecisionRuleResult ask(String table, Object... facts) {
    DmnDecision decision = ENGINE.parseDecision(table, getClass().getResourceAsStream("/processes/relationship/" + table + ".dmn"));
    Map<String, Object> input = new HashMap<>();
    for (int i = 0; i < facts.length; i += 2) {
      input.put((String) facts[i], facts[i + 1]);
    }
    return ENGINE.evaluateDecisionTable(decision, input).getSingleResult();
  }
}
