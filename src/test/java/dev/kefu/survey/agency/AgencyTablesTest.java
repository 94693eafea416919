package dev.kefu.survey.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgencyTablesTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @Test
  void termsAreThoseOfTheHandbook() {
    assertThat(ask("agency-terms", Map.of("sampleSize", 400)).getSingleResult().getEntryMap()).containsEntry("offersWithin", "10wd").containsEntry("firstShare", 30).containsEntry("penaltyPerDay", 1)
        .containsEntry("penaltyMost", 20).containsEntry("termsGraceDays", 10);
  }

  @ParameterizedTest
  @CsvSource({"method, 30", "experience, 20", "price, 20", "time, 15", "quality, 10"})
  void fullMarksGiveTheMostPointsAndThePriceIsMeasuredByTheLowest(String criterion, double points) {
    DmnDecisionTableResult result = score("points", 0, 1, 0, Map.of("methodMark", 100, "experienceMark", 100, "timeMark", 100, "qualityMark", 100, "lowestPrice", 40000.0, "offerPrice", 50000.0));
    assertThat(result).hasSize(5).filteredOn(row -> row.getEntry("criterion").equals(criterion)).singleElement()
        .satisfies(row -> assertThat(((Number) row.getEntry("points")).doubleValue()).isEqualTo(points, offset(0.0001)));
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 70, highest", "5, 2, 88.5, highest", "2, 1, 90, inviteAgain", "0, 1, 0, inviteAgain", "1, 2, 70, directAward", "2, 2, 99, directAward", "3, 1, 69.99, inviteAgain", "3, 2, 69.99, nobody",
      "1, 2, 69.99, nobody", "0, 2, 0, nobody"})
  void highestEligibleTotalWinsOrItIsInvitedOnceMore(int valid, int round, double best, String result) {
    assertThat(score("award", valid, round, best, Map.of()).getSingleResult().<String>getEntry("result")).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({"50000, customer-service-manager", "50000.01, general-manager"})
  void generalManagerApprovesAboveFiftyThousand(double fee, String approver) {
    assertThat(ask("agency-approver", Map.of("commissionFee", fee)).<String>getSingleEntry()).isEqualTo(approver);
  }

  @ParameterizedTest
  @CsvSource({"95, 5, true, 0, accept", "95, 5, true, 1, accept", "94.9, 5, true, 0, correct", "95, 5.1, true, 0, correct", "100, 0, false, 0, correct", "94.9, 5, true, 1, reject", "100, 0, false, 2, reject"})
  void firstFailureIsCorrectedTheSecondRejected(double sample, double errors, boolean complete, int failures, String result) {
    assertThat(ask("agency-acceptance", Map.of("sampleDelivered", sample, "recheckErrors", errors, "reportComplete", complete, "failures", failures)).<String>getSingleEntry()).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({"100, keep", "80, keep", "79, watch", "60, watch", "59, drop", "0, drop"})
  void ratingKeepsWatchesOrDrops(int rating, String standing) {
    assertThat(ask("agency-rating", Map.of("agencyRating", rating)).<String>getSingleEntry()).isEqualTo(standing);
  }

  private static DmnDecisionTableResult score(String aspect, int valid, int round, double best, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(Map.of("aspect", aspect, "validOffers", valid, "biddingRound", round, "bestTotal", best));
    input.putAll(more);
    return ask("agency-score", input);
  }

  private static DmnDecisionTableResult ask(String table, Map<String, Object> input) {
    return ENGINE.evaluateDecisionTable(ENGINE.parseDecision(table, AgencyTablesTest.class.getResourceAsStream("/processes/survey/" + table + ".dmn")), input);
  }
}
