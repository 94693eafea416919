package dev.kefu.survey.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyTablesTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @ParameterizedTest
  @CsvSource({"false, 10, 1, 9, commissioned", "true, 501, 1, 9, commissioned", "true, 500, 4, 9, commissioned", "true, 500, 3, 2, inHouse", "true, 1, 1, 1, partTime", "true, 500, 3, 0, partTime"})
  void surveyIsCommissionedForWantOfExpertiseOrForItsSizeElseDoneInHouse(boolean expertise, int sample, int regions, int staff, String mode) {
    assertThat(ask("survey-mode", Map.of("expertiseInHouse", expertise, "sampleSize", sample, "regionCount", regions, "staffFree", staff))).containsExactly(mode);
  }

  @ParameterizedTest
  @CsvSource({"9.9, 50, 0, false, checkMore", "10, 20.1, 0, false, redoAll", "10, 20, 100, false, redoBatch", "10, 10.1, 100, true, redoBatch", "10, 10, 59.9, false, extend", "10, 10, 59.9, true, good",
      "100, 0, 60, false, good"})
  void fieldWorkIsCheckedMoreRedoneExtendedOnceOrGood(double rechecked, double invalid, double response, boolean extended, String quality) {
    assertThat(ask("survey-quality", Map.of("recheckedShare", rechecked, "recheckedInvalid", invalid, "sampleResponse", response, "fieldExtended", extended))).containsExactly(quality);
  }

  @ParameterizedTest
  @CsvSource({"consumers, 'personal,income,housing,tastes,needs'", "credit, 'credit,management,partners'", "corporateNeeds, 'needs,management,partners'", "satisfaction, 'tastes,needs'"})
  void purposeSaysTheTopics(String purpose, String topics) {
    Map<String, Object> input = new HashMap<>();
    List.of("consumers", "credit", "corporateNeeds", "satisfaction").forEach(name -> input.put(name, name.equals(purpose)));
    assertThat(ask("survey-topics", input)).containsExactly(topics);
    input.replaceAll((name, value) -> true);
    assertThat(ask("survey-topics", input)).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"-50, goOn", "10, goOn", "10.1, stop"})
  void moreThanTenPercentAboveTheBudgetStops(double over, String word) {
    assertThat(ask("survey-budget", Map.of("overPercent", over))).containsExactly(word);
  }

  @ParameterizedTest
  @CsvSource({"5000, survey-supervisor", "5000.01, customer-service-manager"})
  void dearPlanIsTheManagers(double total, String approver) {
    assertThat(ask("survey-approver", Map.of("planTotal", total))).containsExactly(approver);
  }

  private static List<String> ask(String table, Map<String, Object> input) {
    return ENGINE.evaluateDecisionTable(ENGINE.parseDecision(table, SurveyTablesTest.class.getResourceAsStream("/processes/survey/" + table + ".dmn")), input).getResultList().stream()
        .map(row -> (String) row.values().iterator().next()).toList();
  }
}
