package dev.kefu.aftersales.units;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.aftersales.UnitCard;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KefuIT
class UnitRegisterIT {

  private static final LocalDate SOLD = LocalDate.of(2026, 1, 31);

  @Autowired private UnitRegister units;

  @Test
  void unitIsFoundByProductAndSerialNumberInAnyCase() {
    String serial = "Sn-" + UUID.randomUUID();
    UnitCard card = units.register(" Pump 水泵 ", serial, "C000001", SOLD, 365, "INV-1");
    assertThat(units.find("pump 水泵", "  " + serial.toUpperCase() + " ")).contains(card);
    assertThat(units.findBySerialNumber(serial)).containsExactly(card);
    assertThat(units.find("Meter 電表", serial)).isEmpty();
    assertThat(units.find("Pump 水泵", "")).isEmpty();
    assertThat(units.findBySerialNumber(null)).isEmpty();
  }

  @Test
  void warrantyEndsWithItsLastDayAndRepairsProlongIt() {
    UnitCard card = units.register("Pump 水泵", "Sn-" + UUID.randomUUID(), null, SOLD, 10, null);
    assertThat(card.isInWarranty(LocalDate.of(2026, 2, 10))).isTrue();
    assertThat(card.isInWarranty(LocalDate.of(2026, 2, 11))).isFalse();
    assertThat(units.prolong(card.id(), 3).warrantyUntil()).isEqualTo("2026-02-13");
  }

  @Test
  void unitWithoutADayOfSaleHasNoWarrantyUntilItIsKnown() {
    String serial = "Sn-" + UUID.randomUUID();
    assertThat(units.register("Pump 水泵", serial, null, null, null, null).isInWarranty(SOLD)).isFalse();
    UnitCard completed = units.register("Pump 水泵", serial, null, SOLD, 365, "INV-2");
    assertThat(completed.isInWarranty(SOLD)).isTrue();
    assertThat(units.register("Pump 水泵", serial, null, SOLD.plusDays(9), 30, "INV-3")).isEqualTo(completed);
  }

  @Test
  void contractHoldsUntilItsLastDay() {
    UnitCard card = units.register("Pump 水泵", "Sn-" + UUID.randomUUID(), null, SOLD, 10, null);
    assertThat(card.hasContract(SOLD)).isFalse();
    UnitCard contracted = units.contract(card.id(), "SC-1", SOLD, 20);
    assertThat(contracted.hasContract(SOLD)).isTrue();
    assertThat(contracted.hasContract(SOLD.plusDays(1))).isFalse();
    assertThat(contracted.contractPercent()).isEqualTo(20);
  }
}
