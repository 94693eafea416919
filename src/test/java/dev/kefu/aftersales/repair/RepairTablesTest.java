package dev.kefu.aftersales.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the catalogue's tables of P55, and the values between the rows. */
class RepairTablesTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @ParameterizedTest
  @CsvSource({
    "false, false, 10,         0, paid,     No proof",
    "true,  true,  10,         2, paid,     opened by others",
    "true,  false, 10,         2, exchange, two failed repairs",
    "true,  false, 365,        2, exchange, two failed repairs",
    "true,  false, 366,        2, paid,     Not in warranty",
    "true,  false, 10,         1, free,     In warranty",
    "true,  false, 365,        0, free,     In warranty",
    "true,  false, 366,        0, paid,     Not in warranty",
    "true,  false, 2147483647, 0, paid,     Not in warranty"})
  void warrantyIsTheFirstThatHoldsAndSaysWhy(boolean provable, boolean customerFault, int daysUsed, int failedRepairs, String result, String ground) {
    Map<String, Object> decided = evaluate("warranty", Map.of("provable", provable, "customerFault", customerFault, "daysUsed", daysUsed, "warrantyDays", 365, "failedRepairs",
        failedRepairs)).getSingleResult().getEntryMap();
    assertThat(decided).hasSize(2).containsEntry("warrantyResult", result);
    assertThat((String) decided.get("warrantyGround")).contains(ground);
  }

  @ParameterizedTest
  @CsvSource({
    "free,     onSite,   nothing,   0,  0,  0,  0",
    "free,     workshop, nothing,   0,  0,  0,  0",
    "internal, onSite,   nothing,   0,  0,  0,  0",
    "paid,     onSite,   listPrice, 80, 50, 20, 2",
    "paid,     workshop, listPrice, 80, 0,  0,  0",
    "paid,     factory,  listPrice, 80, 0,  0,  0",
    "contract, onSite,   contract,  80, 50, 20, 2",
    "contract, workshop, contract,  80, 0,  0,  0"})
  void feeGoesByWhoPaysAndWhere(String payer, String way, String basis, int hourlyRate, int callOut, int freeKm, int perKm) {
    assertThat(evaluate("repair-fee", Map.of("payer", payer, "repairWay", way)).getSingleResult().getEntryMap())
        .isEqualTo(Map.of("payBasis", basis, "hourlyRate", hourlyRate, "callOut", callOut, "freeKm", freeKm, "perKm", perKm, "tolerance", 10));
  }

  @Test
  void unknownPayerHasNoFee() {
    assertThat(evaluate("repair-fee", Map.of("payer", "moon", "repairWay", "onSite"))).isEmpty();
  }

  private static DmnDecisionResult evaluate(String table, Map<String, Object> facts) {
    try (InputStream file = Files.newInputStream(Path.of("processes/aftersales", table + ".dmn"))) {
      return ENGINE.evaluateDecision(ENGINE.parseDecision(table, file), facts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
