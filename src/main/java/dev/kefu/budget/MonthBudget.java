package dev.kefu.budget;

import java.math.BigDecimal;

/**
 * How a section stands in a month, in yuan.
 *
 * @param month for example {@code 2026-11}
 * @param section id of the section
 * @param amount what it may spend
 * @param used what was paid
 * @param reserved what is approved and not yet paid
 */
public record MonthBudget(String month, String section, BigDecimal amount, BigDecimal used, BigDecimal reserved) {

  /** What is left; less than nothing when somebody allowed more. */
  public BigDecimal left() {
    return amount.subtract(used).subtract(reserved);
  }

  /** Whether the month's total with this amount is above the budget. */
  public boolean isExceededBy(BigDecimal more) {
    return more.compareTo(left()) > 0;
  }
}
