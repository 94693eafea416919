package dev.kefu.survey.agency;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;

/**
 * The form commissioned-survey-work-check.
 *
 * @param sampleDelivered per cent of the sample
 * @param recheckErrors per cent of the re-checked answers
 * @param penalty in yuan
 * @param penaltyReason why it is not the amount that was counted; null or empty when it is
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Checking(BigDecimal sampleDelivered, BigDecimal recheckErrors, boolean reportComplete, String findings, BigDecimal penalty, String penaltyReason) {

  boolean givesReason() {
    return penaltyReason != null && !penaltyReason.isBlank();
  }
}
