package dev.kefu.survey.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditTablesTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  /** Every row of the table, alone: what else is asked for is not known. */
  @ParameterizedTest
  @CsvSource({
      "paymentAttitude, prompt, 25", "paymentAttitude, ordinary, 18", "paymentAttitude, tolerableDelay, 10", "paymentAttitude, difficult, 4", "paymentAttitude, owesBalance, 0",
      "bankCredit, veryGood, 15", "bankCredit, good, 12", "bankCredit, ordinary, 8", "bankCredit, poor, 3", "bankCredit, veryPoor, 0",
      "peerRating, veryGood, 10", "peerRating, good, 8", "peerRating, ordinary, 5", "peerRating, poor, 2", "peerRating, veryPoor, 0",
      "neighbourRating, veryGood, 5", "neighbourRating, good, 4", "neighbourRating, ordinary, 3", "neighbourRating, poor, 1", "neighbourRating, veryPoor, 0",
      "accountingSystem, complete, 10", "accountingSystem, incomplete, 3",
      "capital, 5000000, 10", "capital, 4999999.99, 8", "capital, 1000000, 8", "capital, 999999, 5", "capital, 300000, 5", "capital, 299999, 2", "capital, 0, 2", "capital, -1, 0",
      "yearsInBusiness, 10, 5", "yearsInBusiness, 9.9, 4", "yearsInBusiness, 5, 4", "yearsInBusiness, 2, 3", "yearsInBusiness, 1.9, 1", "yearsInBusiness, 0, 1", "yearsInBusiness, -1, 0",
      "yearsTrading, 5, 5", "yearsTrading, 2, 4", "yearsTrading, 0.1, 2", "yearsTrading, 0, 0", "yearsTrading, -1, 0",
      "managerSkill, skilled, 5", "managerSkill, some, 3", "managerSkill, none, 0", "licence, valid, 5", "licence, none, 0", "licence, unknown, 0"})
  void eachAnswerGivesItsPoints(String item, String answer, int points) {
    assertThat(score(Map.of(item, answer.matches("-?[0-9.]+") ? Double.valueOf(answer) : answer))).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({"owned, busy, 5", "owned, commercial, 4", "owned, remote, 4", "rented, busy, 3", "rented, commercial, 2", "rented, remote, 1", "unknown, remote, 1", "unknown, busy, 0", "owned, unknown, 0"})
  void premisesCountByOwnershipAndQuarter(String tenure, String area, int points) {
    assertThat(score(Map.of("siteTenure", tenure, "siteArea", area))).isEqualTo(points);
  }

  @Test
  void bestAnswersGiveAHundredAndNothingGivesNothing() {
    Map<String, Object> best = new HashMap<>(Map.of("paymentAttitude", "prompt", "bankCredit", "veryGood", "peerRating", "veryGood", "neighbourRating", "veryGood", "accountingSystem", "complete", "capital", 9e6,
        "yearsInBusiness", 12.0, "yearsTrading", 6.0, "siteTenure", "owned", "siteArea", "busy"));
    best.putAll(Map.of("managerSkill", "skilled", "licence", "valid"));
    assertThat(score(best)).isEqualTo(100);
    assertThat(score(Map.of())).isZero();
  }

  @ParameterizedTest
  @CsvSource({
      "none, false, false, 100, false, C", "valid, true, false, 100, false, C", "valid, false, true, 81, false, A", "valid, false, true, 100, true, BBB", "valid, false, true, 80, false, A", "valid, false, true, 61, false, BBB",
      "valid, false, false, 90.5, false, AAA", "valid, false, false, 91, true, AA", "valid, false, false, 90, false, AA", "valid, false, false, 81, true, A", "valid, false, false, 80, false, A", "valid, false, false, 71, true, BBB",
      "valid, false, false, 70, false, BBB", "valid, false, false, 61, true, BB", "valid, false, false, 60, false, BB", "valid, false, false, 51, true, B", "valid, false, false, 50, false, B", "valid, false, false, 41, true, C",
      "valid, false, false, 40, false, C", "unknown, false, true, 0, true, C"})
  void gradeFollowsKnockOutsCapPointsAndLatePayment(String licence, boolean knockOut, boolean capped, double score, boolean late, String grade) {
    assertThat(ask("credit-grade", Map.of("licence", licence, "knockOut", knockOut, "capped", capped, "creditScore", score, "paidLate", late)).getSingleResult().get("grade")).isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({"AAA, 1.5, 3.0, 90, false, credit", "AA, 1.0, 2.0, 60, false, credit", "A, 0.8, 1.6, 45, false, credit", "BBB, 0.6, 1.2, 30, false, credit", "BB, 0.6, 1.2, 30, true, creditWithGuarantee",
      "B, 0.3, 0.6, 15, true, creditWithGuarantee", "C, 0, 0, 0, false, prepayment"})
  void gradeHasItsTerms(String grade, double coefficient, double special, int days, boolean guarantee, String payment) {
    assertThat(ask("credit-terms", Map.of("ratingGrade", grade)).getSingleResult().getEntryMap()).satisfies(terms -> {
      assertThat(((Number) terms.get("coefficient")).doubleValue()).isEqualTo(coefficient);
      assertThat(((Number) terms.get("specialCoefficient")).doubleValue()).isEqualTo(special);
      assertThat(terms).containsEntry("termDays", days).containsEntry("guarantee", guarantee).containsEntry("payment", payment);
    });
  }

  @ParameterizedTest
  @CsvSource({"false, 100000, 45, 0.8, 1.6, 120000, 120000, 240000", "true, 100000, 45, 0.8, 1.6, 120000, 0, 240000", "false, 33333.33, 30, 0.6, 1.2, 20000, 20000, 40000", "false, 5000, 0, 0, 0, 0, 0, 0"})
  void limitIsSalesTimesTermTimesCoefficient(boolean firstOrder, double sales, int days, double coefficient, double special, double formula, double allowed, double most) {
    Map<String, Object> limits = ask("credit-limit", Map.of("firstOrder", firstOrder, "monthlySales", sales, "termDays", days, "coefficient", coefficient, "specialCoefficient", special)).getSingleResult().getEntryMap();
    assertThat(List.of("formulaLimit", "allowedLimit", "mostLimit")).extracting(name -> ((Number) limits.get(name)).doubleValue()).containsExactly(formula, allowed, most);
  }

  private static int score(Map<String, Object> answers) {
    Map<String, Object> input = new HashMap<>();
    List.of("paymentAttitude", "bankCredit", "peerRating", "neighbourRating", "accountingSystem", "siteTenure", "siteArea", "managerSkill", "licence").forEach(name -> input.put(name, "unknown"));
    List.of("capital", "yearsInBusiness", "yearsTrading").forEach(name -> input.put(name, -1.0));
    input.putAll(answers);
    return ((Number) ask("credit-score", input).getSingleEntry()).intValue();
  }

  private static DmnDecisionTableResult ask(String table, Map<String, Object> input) {
    return ENGINE.evaluateDecisionTable(ENGINE.parseDecision(table, CreditTablesTest.class.getResourceAsStream("/processes/survey/" + table + ".dmn")), input);
  }
}
