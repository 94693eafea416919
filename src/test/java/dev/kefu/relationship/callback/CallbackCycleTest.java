package dev.kefu.relationship.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackCycleTest {

  private final CallbackTable table = new CallbackTable("callback-cycle");

  /** Every row of the catalogue; a fact counts before the grade. */
  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
      "firstPurchase, -, 3, -,  -,   relationship-specialist, relationship-supervisor",
      "firstPurchase, A, 3, -,  -,   relationship-specialist, relationship-supervisor",
      "repair,        -, 3, -,  -,   after-sales-specialist,  after-sales-supervisor",
      "technical,     -, 3, -,  -,   after-sales-specialist,  after-sales-supervisor",
      "complaint,     -, 1, 30, -,   complaint-specialist,    complaint-supervisor",
      "complaint,     D, 1, 30, -,   complaint-specialist,    complaint-supervisor",
      "installation,  -, -, 30, -,   after-sales-specialist,  after-sales-supervisor",
      "cycle,         A, -, -,  30,  relationship-specialist, relationship-supervisor",
      "cycle,         B, -, -,  60,  relationship-specialist, relationship-supervisor",
      "cycle,         C, -, -,  90,  relationship-specialist, relationship-supervisor",
      "cycle,         D, -, -,  180, relationship-specialist, relationship-supervisor"
  })
  void cycleIsFound(String reason, String grade, Integer within, Integer after, Integer every, String caller, String reviewer) {
    DmnDecisionRuleResult row = ask(reason, grade);

    assertThat(Arrays.asList(row.get("within"), row.get("after"), row.get("every"), row.get("callbackRole"), row.get("reviewerRole")))
        .containsExactly(within, after, every, caller, reviewer);
  }

  @Test
  void customerWithoutGradeHasNoCycle() {
    assertThat(ask("cycle", null)).isNull();
    assertThat(ask("cycle", "E")).isNull();
  }

  private DmnDecisionRuleResult ask(String reason, String grade) {
    Map<String, Object> input = new HashMap<>();
    input.put("callbackReason", reason);
    input.put("customerGrade", grade);
    return table.ask(input);
  }
}
