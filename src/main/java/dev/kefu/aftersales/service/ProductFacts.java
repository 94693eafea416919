package dev.kefu.aftersales.service;

import dev.kefu.aftersales.UnitCard;
import dev.kefu.engine.FactsRefused;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What is known of a product's sale, warranty and contract: of the register of units where it knows the unit, else of what the customer says.
 *
 * @param soldOn null when nobody knows
 * @param hasProof whether there is an invoice, a warranty card or a record of the unit
 * @param inWarranty whether the warranty holds today
 * @param contractValid whether a service contract holds today
 * @param daysSinceSale calendar days; {@value #LONG_AGO} when the day of the sale is unknown
 */
record ProductFacts(LocalDate soldOn, boolean hasProof, boolean inWarranty, boolean contractValid, int daysSinceSale) {

  /** Stands for an unknown day of sale, which no term of return covers. */
  static final int LONG_AGO = 99_999;

  /**
   * Puts register and form together.
   *
   * @throws FactsRefused when the purchase lies in the future
   */
  static ProductFacts of(RequestEntry entry, Optional<UnitCard> unit, LocalDate today) {
    if (entry.purchaseDate() != null && entry.purchaseDate().isAfter(today)) {
      throw new FactsRefused("Bought on 購買日期: this day has not come yet. 不得晚於今日。");
    }
    Optional<UnitCard> sold = unit.filter(card -> card.soldOn() != null);
    LocalDate soldOn = sold.map(UnitCard::soldOn).orElse(entry.purchaseDate());
    boolean byForm = entry.purchaseDate() != null && entry.warrantyDays() != null && !today.isAfter(entry.purchaseDate().plusDays(entry.warrantyDays()));
    return new ProductFacts(soldOn, isGiven(entry.invoiceNo()) || entry.warrantyCard() || unit.isPresent(), sold.map(card -> card.isInWarranty(today)).orElse(byForm),
        entry.contractValid() || unit.filter(card -> card.hasContract(today)).isPresent(),
        soldOn == null ? LONG_AGO : (int) Math.min(LONG_AGO, Math.max(0, ChronoUnit.DAYS.between(soldOn, today))));
  }

  private static boolean isGiven(String text) {
    return text != null && !text.isBlank();
  }
}
