package dev.kefu.relationship.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackTriesTest {

  private final CallbackTable table = new CallbackTable("callback-tries");

  @ParameterizedTest
  @CsvSource({
      "reached,    0, completed",
      "reached,    3, completed",
      "refused,    0, refused",
      "refused,    3, refused",
      "notReached, 1, tryAgain",
      "notReached, 2, tryAgain",
      "notReached, 3, unreachable",
      "notReached, 4, unreachable"
  })
  void tryIsJudged(String outcome, int daysNotReached, String result) {
    assertThat(table.ask(Map.of("tryOutcome", outcome, "daysNotReached", daysNotReached)).<String>getEntry("callbackOutcome")).isEqualTo(result);
  }
}
