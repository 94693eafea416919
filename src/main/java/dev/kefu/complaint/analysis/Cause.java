package dev.kefu.complaint.analysis;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A cause as it was counted, and what the table complaint-focus says of it. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Cause {

  private static final String CORRECTIVE = "corrective";

  private String cause;
  private int cases;
  private BigDecimal share;
  private BigDecimal cumulative;
  private int monthCases;
  private BigDecimal monthGrowth;
  private String focus;

  Cause(String cause, int cases, BigDecimal share, BigDecimal cumulative) {
    this.cause = cause;
    this.cases = cases;
    this.share = share;
    this.cumulative = cumulative;
    monthGrowth = BigDecimal.ZERO;
  }

  /** How the cause stands in the month that ends with the period. */
  Cause inMonth(int casesOfMonth, BigDecimal growth) {
    monthCases = casesOfMonth;
    monthGrowth = growth;
    return this;
  }

  void judge(String result) {
    focus = result;
  }

  boolean needsCorrection() {
    return CORRECTIVE.equals(focus);
  }
}
