package dev.kefu.aftersales;

import java.time.LocalDate;

/**
 * A unit as others may see it.
 *
 * @param id in the register of units
 * @param customerCode null when unknown; so are the next ones with "null"
 * @param soldOn day of the sale, null when unknown
 * @param warrantyDays calendar days of warranty from the sale on
 * @param prolongedDays calendar days by which repairs prolonged it
 * @param proof number of the invoice or the warranty card, null when there is none
 * @param contractUntil last day of the service contract, null without one
 * @param contractPercent what the customer pays of a repair by that contract, in per cent
 */
public record UnitCard(long id, String product, String serialNumber, String customerCode, LocalDate soldOn, int warrantyDays, int prolongedDays, String proof,
                       LocalDate contractUntil, int contractPercent) {

  /** The last day of the warranty, null while the day of the sale is unknown. */
  public LocalDate warrantyUntil() {
    return soldOn == null ? null : soldOn.plusDays((long) warrantyDays + prolongedDays);
  }

  /** Whether the warranty holds on a day. */
  public boolean isInWarranty(LocalDate day) {
    return soldOn != null && !day.isAfter(warrantyUntil());
  }

  /** Whether a service contract holds on a day. */
  public boolean hasContract(LocalDate day) {
    return contractUntil != null && !day.isAfter(contractUntil);
  }
}
