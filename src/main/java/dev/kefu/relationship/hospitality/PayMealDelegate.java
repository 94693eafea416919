package dev.kefu.relationship.hospitality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.math.BigDecimal;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Books the payment in the expense ledger; what was reserved is used. */
@Component
@RequiredArgsConstructor
class PayMealDelegate implements JavaDelegate {

  private final Meals meals;

  @Override
  public void execute(DelegateExecution execution) {
    Meal meal = meals.get((Long) execution.getVariable("mealId"));
    MealPayment payment = FormData.read(execution, "payment", MealPayment.class);
    meals.pay(meal, payment.paidAmount(), payment.paidOn(), payment.remarks());
    execution.setVariable("paidAmount", payment.paidAmount().toPlainString());
  }

  /**
   * The form hospitality-dining-settlement-pay.
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record MealPayment(BigDecimal paidAmount, LocalDate paidOn, String remarks) {
  }
}
