package dev.kefu.relationship.hospitality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.math.BigDecimal;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes place and deposit into the register. */
@Component
@RequiredArgsConstructor
class NoteMealBookingDelegate implements JavaDelegate {

  private final Meals meals;

  @Override
  public void execute(DelegateExecution execution) {
    Booking booking = FormData.read(execution, "booking", Booking.class);
    meals.get((Long) execution.getVariable("mealId")).book(booking.place(), booking.deposit());
  }

  /**
   * The form hospitality-dining-book.
   *
   * @param deposit in yuan; null when there is none
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Booking(String place, BigDecimal deposit) {
  }
}
