package dev.kefu.relationship.hospitality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.math.BigDecimal;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Books what the restaurant kept of the deposit; the rest of the budget is free again. */
@Component
@RequiredArgsConstructor
class NoteMealDepositDelegate implements JavaDelegate {

  private final Meals meals;

  @Override
  public void execute(DelegateExecution execution) {
    DepositClaim claim = FormData.read(execution, "depositClaim", DepositClaim.class);
    meals.loseDeposit(meals.get((Long) execution.getVariable("mealId")), claim.refunded(), claim.lost(), claim.bookedOn());
  }

  /**
   * The form hospitality-dining-reclaim.
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record DepositClaim(BigDecimal refunded, BigDecimal lost, LocalDate bookedOn) {
  }
}
