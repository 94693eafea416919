package dev.kefu.relationship.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackFollowupTest {

  private final CallbackTable table = new CallbackTable("callback-followup");

  /** Every row of the catalogue (row 4 is two), what lies between them, and which comes first. */
  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
      "1, true,  idea, -50, rival, true,  complaint",
      "2, false, -,    0,   -,     false, complaint",
      "3, true,  idea, -50, rival, true,  fault",
      "5, true,  -,    0,   -,     false, fault",
      "3, false, idea, -50, rival, true,  suggestion",
      "4, false, idea, 0,   -,     false, suggestion",
      "3, false, -,    -31, -,     true,  lossRisk",
      "3, false, -,    -30, -,     false, none",
      "5, false, -,    -30, -,     true,  need",
      "5, false, -,    0,   rival, true,  lossRisk",
      "5, false, '',   0,   '',    true,  need",
      "5, false, -,    40,  -,     false, none",
      "3, -,     -,    0,   -,     -,     none"
  })
  void followUpIsFound(int satisfaction, Boolean productFaulty, String suggestions, Integer orderChange, String competitor, Boolean wantsToBuy, String followUp) {
    Map<String, Object> call = new HashMap<>();
    call.put("productFaulty", productFaulty);
    call.put("suggestions", suggestions);
    call.put("orderChange", orderChange);
    call.put("competitor", competitor);
    call.put("wantsToBuy", wantsToBuy);

    assertThat(table.ask(Map.of("satisfaction", satisfaction, "call", call)).<String>getEntry("followUp")).isEqualTo(followUp);
  }

  @Test
  void whatWasLeftEmptyIsNoHint() {
    assertThat(table.ask(Map.of("satisfaction", 4, "call", Map.of("orderChange", 0))).getEntryMap()).containsEntry("followUp", "none").containsEntry("followUpNote", "None 無");
  }
}
