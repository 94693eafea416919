package dev.kefu.relationship.hospitality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes who approved by word of mouth, and when, into the register. */
@Component
@RequiredArgsConstructor
class NoteMealOralDelegate implements JavaDelegate {

  private final Meals meals;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Meal meal = meals.get((Long) execution.getVariable("mealId"));
    OralDecision decision = FormData.read(execution, "oralDecision", OralDecision.class);
    boolean approved = "yes".equals(decision.decision());
    if (approved) {
      if (decision.approvedAt().toInstant().isAfter(clock.instant())) {
        throw new FactsRefused("When 批準時間: not later than now 不得晚於現在");
      }
      meal.approveByWord(decision.approvedAt().toInstant());
    }
    execution.setVariables(Map.of("oralApproved", approved, "reviewedByRole", execution.getVariable("oralRole"), "returnReason", Objects.requireNonNullElse(decision.reason(), "")));
  }

  /**
   * The form hospitality-dining-oral.
   *
   * @param decision {@code yes} or {@code no}
   * @param approvedAt null unless yes
   * @param reason null unless no
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record OralDecision(String decision, OffsetDateTime approvedAt, String reason) {
  }
}
