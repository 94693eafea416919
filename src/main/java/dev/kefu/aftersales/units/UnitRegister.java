package dev.kefu.aftersales.units;

import dev.kefu.aftersales.UnitCard;
import dev.kefu.aftersales.Units;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of units: whoever repairs one writes here, everybody else reads it as {@link Units}. */
@Service
@RequiredArgsConstructor
@Transactional
public class UnitRegister implements Units {

  private final UnitRepository units;

  @Override
  @Transactional(readOnly = true)
  public Optional<UnitCard> find(String product, String serialNumber) {
    return isBlank(product) || isBlank(serialNumber) ? Optional.empty()
        : units.findByProductIgnoreCaseAndSerialNumberIgnoreCase(product.strip(), serialNumber.strip()).map(Unit::card);
  }

  @Override
  @Transactional(readOnly = true)
  public List<UnitCard> findBySerialNumber(String serialNumber) {
    return isBlank(serialNumber) ? List.of() : units.findBySerialNumberIgnoreCaseOrderByProduct(serialNumber.strip()).stream().map(Unit::card).toList();
  }

  /**
   * Registers a unit, or adds to the one that is there what was unknown of it.
   *
   * @param soldOn null when unknown
   * @param warrantyDays null when unknown: then it has none
   * @param proof number of the invoice or warranty card, or null
   */
  public UnitCard register(String product, String serialNumber, String customerCode, LocalDate soldOn, Integer warrantyDays, String proof) {
    Unit unit = units.findByProductIgnoreCaseAndSerialNumberIgnoreCase(product.strip(), serialNumber.strip())
        .orElseGet(() -> units.save(new Unit(product.strip(), serialNumber.strip(), customerCode, soldOn, warrantyDays == null ? 0 : warrantyDays, proof)));
    unit.complete(soldOn, warrantyDays, proof);
    return unit.card();
  }

  /** Notes the service contract of a unit. */
  public UnitCard contract(long id, String number, LocalDate until, int percent) {
    Unit unit = get(id);
    unit.contract(number, until, percent);
    return unit.card();
  }

  /** Prolongs the warranty of a unit by the calendar days of a repair. */
  public UnitCard prolong(long id, int days) {
    Unit unit = get(id);
    unit.prolong(days);
    return unit.card();
  }

  private Unit get(long id) {
    return units.findById(id).orElseThrow(() -> new IllegalStateException("The register has no unit " + id + "."));
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
