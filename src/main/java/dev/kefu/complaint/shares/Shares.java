package dev.kefu.complaint.shares;

import dev.kefu.engine.FactsRefused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Shares of responsibility of departments and persons (F21, F23: Σ = 100). */
public final class Shares {

  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private Shares() {
  }

  /**
   * What falls on each share of an amount; what rounding leaves falls on the largest, the first of equal ones.
   *
   * @param amount yuan
   * @param shares per cent, together 100
   * @return yuan, in the order of the shares
   */
  public static List<BigDecimal> divide(BigDecimal amount, List<BigDecimal> shares) {
    List<BigDecimal> parts = new ArrayList<>(shares.stream().map(share -> amount.multiply(share).divide(WHOLE, 2, RoundingMode.DOWN)).toList());
    if (!parts.isEmpty()) {
      int largest = shares.indexOf(Collections.max(shares));
      BigDecimal rest = amount.subtract(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
      parts.set(largest, parts.get(largest).add(rest));
    }
    return parts;
  }

  /**
   * Refuses shares that are not the whole; no shares at all are none to check.
   *
   * @param field label of the field, English and Chinese
   * @param shares per cent
   * @throws FactsRefused when they do not add up to 100
   */
  public static void mustBeWhole(String field, Collection<BigDecimal> shares) {
    BigDecimal sum = shares.stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (!shares.isEmpty() && sum.compareTo(WHOLE) != 0) {
      String found = sum.signum() == 0 ? "0" : sum.stripTrailingZeros().toPlainString();
      throw new FactsRefused("%s: the shares add up to %s %%, not to 100 %% 責任比例合計為 %s%%，須為 100%%".formatted(field, found, found));
    }
  }
}
