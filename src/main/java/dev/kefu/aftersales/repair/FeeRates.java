package dev.kefu.aftersales.repair;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What the table repair-fee gives. Money is yuan.
 *
 * @param payBasis {@code nothing}, {@code listPrice} or {@code contract}
 * @param hourlyRate per hour of labour
 * @param callOut per visit
 * @param freeKm distance that costs nothing
 * @param perKm beyond it
 * @param tolerance per cent by which a fee may exceed what the customer agreed to
 */
@Embeddable
record FeeRates(String payBasis, int hourlyRate, int callOut, int freeKm, int perKm, int tolerance) {

  private static final int MONEY = 2;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * A fee and what it is made of.
   *
   * @param total the sum
   */
  record Fee(BigDecimal labour, BigDecimal parts, BigDecimal travel, BigDecimal total) {
  }

  /**
   * Reckons a fee.
   *
   * @param km one way
   * @param visits how often somebody went there
   * @param contractPercent what a contract lets the customer pay
   */
  Fee fee(BigDecimal hours, List<RepairPart> parts, BigDecimal km, int visits, int contractPercent) {
    BigDecimal share = switch (payBasis) {
      case "listPrice" -> HUNDRED;
      case "contract" -> BigDecimal.valueOf(contractPercent);
      default -> BigDecimal.ZERO;
    };
    BigDecimal labour = part(share, hours.multiply(BigDecimal.valueOf(hourlyRate)));
    BigDecimal goods = part(share, parts.stream().map(RepairPart::price).reduce(BigDecimal.ZERO, BigDecimal::add));
    BigDecimal beyond = km.subtract(BigDecimal.valueOf(freeKm)).max(BigDecimal.ZERO);
    BigDecimal travel = part(share, BigDecimal.valueOf(callOut).add(beyond.multiply(BigDecimal.valueOf(perKm))).multiply(BigDecimal.valueOf(visits)));
    return new Fee(labour, goods, travel, labour.add(goods).add(travel));
  }

  /** The greatest fee that an agreed amount covers. */
  BigDecimal covered(BigDecimal agreed) {
    return agreed.multiply(HUNDRED.add(BigDecimal.valueOf(tolerance))).divide(HUNDRED, MONEY, RoundingMode.DOWN);
  }

  private static BigDecimal part(BigDecimal share, BigDecimal whole) {
    return whole.multiply(share).divide(HUNDRED, MONEY, RoundingMode.HALF_UP);
  }
}
