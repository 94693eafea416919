package dev.kefu.information.master;

import dev.kefu.information.CreditStanding;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;

/** The credit standing in a customer's record; empty until the first rating. */
@Embeddable
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Credit {

  private String creditGrade;
  private Integer creditScore;
  private Integer creditTermDays;
  private BigDecimal creditLimit;
  private Boolean creditGuarantee;
  private String creditPaymentMode;
  private LocalDate creditRatedOn;
  private LocalDate creditValidUntil;
  @Column(nullable = false)
  private boolean creditFrozen;

  /** A record that was never rated. */
  static Credit none() {
    return new Credit();
  }

  void write(CreditStanding standing) {
    creditGrade = standing.grade();
    creditScore = standing.score();
    creditTermDays = standing.termDays();
    creditLimit = standing.limit();
    creditGuarantee = standing.guarantee();
    creditPaymentMode = standing.paymentMode();
    creditRatedOn = standing.ratedOn();
    creditValidUntil = standing.validUntil();
    creditFrozen = standing.frozen();
  }

  boolean freeze() {
    boolean hadLimit = creditRatedOn != null && creditLimit.signum() > 0 && !creditFrozen;
    creditFrozen = creditFrozen || hadLimit;
    return hadLimit;
  }

  /** Null before the first rating. */
  CreditStanding standing() {
    return creditRatedOn == null ? null
        : new CreditStanding(creditGrade, creditScore, creditTermDays, creditLimit, creditGuarantee, creditPaymentMode, creditRatedOn, creditValidUntil, creditFrozen);
  }
}
