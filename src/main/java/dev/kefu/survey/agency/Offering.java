package dev.kefu.survey.agency;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The form commissioned-survey-offers: what one agency answers.
 *
 * @param answer {@code offer} or {@code declines}; the rest is null when it declines
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Offering(String agency, String answer, BigDecimal price, LocalDate deliveryOn, String email, String plan) {

  boolean declines() {
    return "declines".equals(answer);
  }
}
