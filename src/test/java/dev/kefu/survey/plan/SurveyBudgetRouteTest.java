package dev.kefu.survey.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyBudgetRouteTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @ParameterizedTest
  @CsvSource({"10.0001, true, 500, draft", "10.01, false, 500, draft", "10, true, 500, gm", "3, true, 90000, gm", "10, false, 10000, manager", "2, false, 10000.01, gm", "0.5, false, 1, manager"})
  void ceilingComesFirstAndThenWhatIsPlanned(double share, boolean planned, double budget, String route) {
    assertThat(ENGINE.evaluateDecisionTable(ENGINE.parseDecision("survey-budget-route", SurveyBudgetRouteTest.class.getResourceAsStream("/processes/survey/survey-budget-route.dmn")),
        Map.of("surveyShare", share, "planned", planned, "itemBudget", budget)).getSingleResult().<String>getSingleEntry()).isEqualTo(route);
  }
}
