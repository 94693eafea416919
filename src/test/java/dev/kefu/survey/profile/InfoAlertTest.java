package dev.kefu.survey.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfoAlertTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @ParameterizedTest
  @CsvSource({"declining, reasonable, 0, declining", "stable, cut, 0, cutPrices", "growing, high, 30.1, salesDown", "growing, high, 30, ''", "growing, low, -20, ''",
      "declining, cut, 55.5, declining cutPrices salesDown"})
  void whatWorriesIsToldToTheCreditSurvey(String state, String price, double drop, String found) {
    var result = ENGINE.evaluateDecisionTable(ENGINE.parseDecision("info-alert", InfoAlertTest.class.getResourceAsStream("/processes/survey/info-alert.dmn")),
        Map.of("businessState", state, "priceLevel", price, "peakSalesDrop", drop)).getResultList();
    assertThat(String.join(" ", result.stream().map(row -> (String) row.get("finding")).toList())).isEqualTo(found);
    assertThat(result).allSatisfy(row -> assertThat(row).containsEntry("message", "credit-anomaly"));
  }
}
