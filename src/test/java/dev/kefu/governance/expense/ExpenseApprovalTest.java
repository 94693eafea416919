package dev.kefu.governance.expense;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.budget.Category;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExpenseApprovalTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private final DmnDecision decision = ENGINE.parseDecision("expense-approval", getClass().getResourceAsStream("/processes/governance/expense-approval.dmn"));

  /** Every row of the catalogue, its limits from both sides, and the cases between the rows. */
  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', value = {
      "hospitality,  false, false, false,   1,    false,    100.00,  0,        false,       refuse, '',                       Not approved in advance",
      "gift,         false, false, false,   1,    false,    100.00,  0,        false,       refuse, '',                       Not approved in advance",
      "event,        false, false, false,   1,    false,    100.00,  0,        false,       refuse, '',                       Not approved in advance",
      "survey,       false, false, false,   1,    false,    100.00,  0,        false,       refuse, '',                       Not approved in advance",
      "hospitality,  false, false, true,    99,   true,     9000.00, 500,      true,        refuse, '',                       Not approved in advance",
      "survey,       true,  false, false,   1,    false,    100.00,  0,        false,       ok,     customer-service-manager, Within the manager's limit",
      "event,        false, true,  false,   1,    false,    100.00,  0,        false,       ok,     customer-service-manager, Within the manager's limit",
      "travel,       false, false, false,   1,    false,    100.00,  0,        false,       ok,     customer-service-manager, Within the manager's limit",
      "training,     false, false, false,   0,    false,    0.01,    0,        false,       ok,     customer-service-manager, Within the manager's limit",
      "travel,       false, false, true,    1,    false,    100.00,  0,        false,       refuse, '',                       Altered receipt",
      "travel,       true,  false, true,    31,   true,     9000.00, 500,      true,        refuse, '',                       Altered receipt",
      "travel,       false, false, false,   30,   false,    100.00,  0,        false,       ok,     customer-service-manager, Within the manager's limit",
      "travel,       false, false, false,   31,   false,    100.00,  0,        false,       refuse, '',                       Claimed later than 30 days",
      "travel,       true,  false, false,   31,   true,     9000.00, 0,        true,        refuse, '',                       Claimed later than 30 days",
      "hospitality,  true,  false, false,   1,    false,    1000.00, 0,        false,       ok,     customer-service-manager, Within the manager's limit",
      "hospitality,  true,  false, false,   1,    false,    1000.01, 0,        false,       ok,     general-manager,          Hospitality or gift above 1 000",
      "gift,         false, true,  false,   1,    false,    1000.01, 0,        false,       ok,     general-manager,          Hospitality or gift above 1 000",
      "event,        true,  false, false,   1,    false,    1000.01, 0,        false,       ok,     customer-service-manager, Within the manager's limit",
      "office,       false, false, false,   1,    false,    299.99,  299.99,   false,       ok,     customer-service-manager, Within the manager's limit",
      "office,       false, false, false,   1,    false,    300.00,  300.00,   false,       ok,     general-manager,          Purchase of one item of 300",
      "travel,       false, false, false,   1,    false,    900.00,  0,        false,       ok,     customer-service-manager, Within the manager's limit",
      "repair,       false, false, false,   1,    false,    5000.00, 0,        false,       ok,     customer-service-manager, Within the manager's limit",
      "repair,       false, false, false,   1,    false,    5000.01, 0,        false,       ok,     general-manager,          Above 5 000",
      "other,        false, false, false,   1,    false,    10.00,   0,        true,        ok,     general-manager,          The month's total is above the budget",
      "hospitality,  true,  false, false,   1,    true,     8000.00, 400,      true,        ok,     customer-service-manager, The general manager approved this amount in advance"
  })
  void claimIsRefusedOrFindsItsApprover(String category, boolean preApproved, boolean oral, boolean altered, int days, boolean approvedBefore, double amount,
                                        double purchase, boolean aboveBudget, String result, String approver, String why) {
    assertThat(decide(category, preApproved, oral, altered, days, approvedBefore, amount, purchase, aboveBudget))
        .containsEntry("result", result).containsEntry("approver", approver.replace("''", ""))
        .hasEntrySatisfying("grounds", grounds -> assertThat((String) grounds).startsWith(why));
  }

  @ParameterizedTest
  @EnumSource
  void smallApprovedClaimOfEveryCategoryIsTheManagers(Category category) {
    assertThat(decide(category.code(), true, false, false, 1, false, 50, 0, false)).containsEntry("approver", "customer-service-manager");
  }

  @Test
  void everyRowNamesItsReasonInBothLanguages() {
    assertThat(Stream.of(decide("gift", false, false, false, 1, false, 1, 0, false), decide("other", false, false, false, 1, false, 1, 0, true)))
        .allSatisfy(row -> assertThat(row.<String>getEntry("grounds")).matches(".*[A-Za-z].*\\p{IsHan}.*"));
  }

  private DmnDecisionRuleResult decide(String category, boolean preApproved, boolean oral, boolean altered, int days, boolean approvedBefore, double amount,
                                       double purchase, boolean aboveBudget) {
    return ENGINE.evaluateDecisionTable(decision, Map.<String, Object>of("category", category, "preApproved", preApproved, "oralApproval", oral,
        "receiptAltered", altered, "daysLate", days, "approvedBefore", approvedBefore, "amount", amount, "largestPurchase", purchase,
        "monthAboveBudget", aboveBudget)).getSingleResult();
  }
}
