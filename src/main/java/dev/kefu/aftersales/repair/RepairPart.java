package dev.kefu.aftersales.repair;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A part of a repair: needed (by the diagnosis) or used. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class RepairPart {

  private boolean used;
  private String partNo;
  private String name;
  private int quantity;
  private BigDecimal unitPrice;
  private boolean oldReturned;

  /**
   * A row of the list in a form.
   *
   * @param unitPrice list price in yuan
   * @param oldReturned null where it is not asked
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(String partNo, String name, int quantity, BigDecimal unitPrice, Boolean oldReturned) {
  }

  RepairPart(Row row, boolean used) {
    this.used = used;
    partNo = row.partNo();
    name = row.name();
    quantity = row.quantity();
    unitPrice = row.unitPrice();
    oldReturned = Boolean.TRUE.equals(row.oldReturned());
  }

  BigDecimal price() {
    return unitPrice.multiply(BigDecimal.valueOf(quantity));
  }

  /** For people. */
  String line() {
    return "- %s %s × %d, %s 元".formatted(partNo, name, quantity, unitPrice.setScale(2, RoundingMode.HALF_UP).toPlainString());
  }
}
