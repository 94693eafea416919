package dev.kefu.aftersales;

import java.util.List;
import java.util.Optional;

/** The units that customers hold, with their warranty, as far as other modules may use them. */
public interface Units {

  /**
   * Finds a unit by product and serial number; case and spaces around them do not matter.
   *
   * @return empty when the register does not know it, or when one of the two is null or blank
   */
  Optional<UnitCard> find(String product, String serialNumber);

  /** All units with a serial number, whatever the product, in the order of the products; empty for a blank number. */
  List<UnitCard> findBySerialNumber(String serialNumber);
}
