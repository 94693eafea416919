package dev.kefu.survey.agency;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The forms commissioned-survey-prepay and commissioned-survey-work-final-pay. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AgencyPayment(BigDecimal paidAmount, LocalDate paidOn) {

  /** The same, unless it lies ahead. */
  AgencyPayment notAfter(LocalDate today) {
    if (paidOn.isAfter(today)) {
      throw new FactsRefused("Paid on 付款日期: lies ahead 不得晚於今天");
    }
    return this;
  }
}
