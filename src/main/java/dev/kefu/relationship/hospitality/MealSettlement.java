package dev.kefu.relationship.hospitality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;

/**
 * The form hospitality-dining-settlement-settle.
 *
 * @param actualCompanions the host included
 * @param drinksAmount drinks, fruit and the like
 * @param explained whether the receipt carries purpose and signature
 * @param excessNote why more was spent; null or empty when not said
 * @param askGeneralManager whether the general manager is asked to approve an excess
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record MealSettlement(int actualGuests, int actualCompanions, BigDecimal foodAmount, BigDecimal drinksAmount, String receiptNo, boolean explained, String excessNote,
                      boolean askGeneralManager) {

  BigDecimal total() {
    return foodAmount.add(drinksAmount);
  }
}
