package dev.kefu.relationship.reception;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the register that all is arranged, and says whether there is a meal. */
@Component
@RequiredArgsConstructor
class NoteReceptionArrangementsDelegate implements JavaDelegate {

  private final Receptions receptions;

  @Override
  public void execute(DelegateExecution execution) {
    Arranging arranging = FormData.read(execution, "arranging", Arranging.class);
    receptions.of(execution.getProcessInstanceId()).arrange();
    execution.setVariable("mealWanted", arranging.meal());
    execution.setVariable("mealWish", arranging.mealWish());
  }

  /**
   * The form customer-reception-arrange.
   *
   * @param mealWish null without a meal
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Arranging(boolean meal, String mealWish) {
  }
}
