package dev.kefu.information;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How far the enterprise trusts a customer with goods on credit.
 *
 * @param grade AAA, AA, A, BBB, BB, B or C; null for a customer whose first rating was refused
 * @param score 0 to 100; null without a grade
 * @param termDays calendar days until payment, 0 where nothing is given on credit
 * @param limit in yuan, 0 where nothing is given on credit
 * @param guarantee whether a guarantee is asked for
 * @param paymentMode {@code credit}, {@code creditWithGuarantee} or {@code prepayment}
 * @param ratedOn day of the rating
 * @param validUntil last day on which the limit may be used without a new rating
 * @param frozen whether the limit stands still until the customer is rated again
 */
public record CreditStanding(String grade, Integer score, int termDays, BigDecimal limit, boolean guarantee, String paymentMode, LocalDate ratedOn, LocalDate validUntil,
                             boolean frozen) {

  /** What may still be given on credit in all, in yuan: the limit, unless it is frozen. */
  public BigDecimal usableLimit() {
    return frozen ? BigDecimal.ZERO : limit;
  }
}
