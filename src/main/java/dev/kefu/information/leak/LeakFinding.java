package dev.kefu.information.leak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;

/**
 * The form leak-incident-investigate without its classified part.
 *
 * @param result {@code confirmed} or {@code falseAlarm}
 * @param loss yuan; null for a false alarm
 * @param customersAffected as the inquiry found; 0 for a false alarm
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LeakFinding(String result, BigDecimal loss, int customersAffected) {

  boolean isConfirmed() {
    return "confirmed".equals(result);
  }
}
