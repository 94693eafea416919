package dev.kefu.information.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of dt-customer-validation and of registration-check. */
class RegistrationTablesTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @Test
  void completeCustomerOfItsOwnHasNoFinding() {
    assertThat(validate(Map.of())).isEmpty();
    assertThat(validate(Map.of("company", false, "licenceOrTaxGiven", false))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"nameGiven, false, incomplete, 缺名稱", "phoneGiven, false, incomplete, 缺名稱", "ownerGiven, false, incomplete, 負責人", "licenceOrTaxGiven, false, incomplete, 稅號",
      "phoneWellFormed, false, incomplete, 7-15", "sameLicence, true, duplicate, 營業執照號相同", "sameNameAndPhone, true, duplicate, 均相同", "sameCompanyName, true, duplicate, 企業名稱",
      "samePhone, true, duplicate, 電話相同", "numberNamed, true, duplicate, 提交人"})
  void everyRow(String fact, boolean value, String result, String what) {
    for (String operation : new String[] {"new", "change"}) {
      assertThat(validate(Map.of("operation", operation, fact, value))).singleElement().satisfies(finding -> {
        assertThat(finding.get("result")).isEqualTo(result);
        assertThat(String.valueOf(finding.get("what"))).contains(what);
      });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"expert", "lawyer", "financeAdviser", "advertising", "bank", "insurance"})
  void specialTradesAreSpecialCustomers(String trade) {
    assertThat(validate(Map.of("trade", trade))).extracting(finding -> finding.get("result")).containsExactly("special");
  }

  @Test
  void allFindingsAreCollected() {
    assertThat(validate(Map.of("ownerGiven", false, "phoneWellFormed", false, "sameLicence", true, "trade", "bank"))).extracting(finding -> finding.get("result"))
        .containsExactly("incomplete", "incomplete", "duplicate", "special");
  }

  @Test
  void mergerAsksForNoMoreThanIsKnownAndDeactivationForNothing() {
    assertThat(validate(Map.of("operation", "merge", "ownerGiven", false, "numberNamed", true))).extracting(finding -> finding.get("result")).containsExactly("duplicate");
    assertThat(validate(Map.of("operation", "deactivate", "ownerGiven", false, "sameLicence", true, "samePhone", true))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"change, false, true, false, true", "change, false, false, true, true", "new, false, false, true, true", "new, true, false, false, true", "merge, true, false, false, true",
      "deactivate, false, false, false, true", "new, false, false, false, false", "change, false, false, false, false"})
  void secondPersonChecksWhatIsSensitive(String operation, boolean merged, boolean nameChanged, boolean bankChanged, boolean check) {
    assertThat(decide("registration-check", Map.of("operation", operation, "merged", merged, "nameChanged", nameChanged, "bankChanged", bankChanged)).getSingleResult()
        .<Boolean>getEntry("check")).isEqualTo(check);
  }

  private static List<Map<String, Object>> validate(Map<String, Object> facts) {
    Map<String, Object> all = new HashMap<>(Map.of("operation", "new", "nameGiven", true, "phoneGiven", true, "ownerGiven", true, "company", true, "licenceOrTaxGiven", true,
        "phoneWellFormed", true));
    all.putAll(Map.of("sameLicence", false, "sameNameAndPhone", false, "sameCompanyName", false, "samePhone", false, "numberNamed", false, "trade", "manufacturing"));
    all.putAll(facts);
    return decide("customer-validation", all).getResultList();
  }

  private static DmnDecisionResult decide(String table, Map<String, Object> facts) {
    try (InputStream file = Files.newInputStream(Path.of("processes/information/" + table + ".dmn"))) {
      return ENGINE.evaluateDecision(ENGINE.parseDecision(table, file), facts);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
