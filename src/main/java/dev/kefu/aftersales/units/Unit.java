package dev.kefu.aftersales.units;

import dev.kefu.aftersales.UnitCard;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A unit: one sold piece of a product, known by its serial number. */
@Entity
@Table(name = "aftersales_units")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Unit {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String product;
  private String serialNumber;
  private String customerCode;
  private LocalDate soldOn;
  private int warrantyDays;
  private int prolongedDays;
  private String proof;
  private String contractNo;
  private LocalDate contractUntil;
  private int contractPercent;
  @Version
  private int version;

  Unit(String product, String serialNumber, String customerCode, LocalDate soldOn, int warrantyDays, String proof) {
    if (warrantyDays < 0) {
      throw new IllegalArgumentException("A warranty has no negative days: " + warrantyDays);
    }
    this.product = product;
    this.serialNumber = serialNumber;
    this.customerCode = customerCode;
    this.soldOn = soldOn;
    this.warrantyDays = warrantyDays;
    this.proof = proof;
  }

  /**
   * Notes a service contract.
   *
   * @param percent what the customer pays of a repair, 0 to 100
   */
  void contract(String number, LocalDate until, int percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("A share is 0 to 100 per cent: " + percent);
    }
    contractNo = number;
    contractUntil = until;
    contractPercent = percent;
  }

  /** Adds what the register did not know yet; what it knows stays. */
  void complete(LocalDate sold, Integer days, String newProof) {
    if (soldOn == null && sold != null) {
      soldOn = sold;
      warrantyDays = days == null ? warrantyDays : days;
    }
    proof = proof == null ? newProof : proof;
  }

  /**
   * Prolongs the warranty by the days of a repair.
   *
   * @throws IllegalArgumentException for fewer than no days
   */
  void prolong(int days) {
    if (days < 0) {
      throw new IllegalArgumentException("A warranty is not shortened by a repair: " + days);
    }
    prolongedDays += days;
  }

  UnitCard card() {
    return new UnitCard(id, product, serialNumber, customerCode, soldOn, warrantyDays, prolongedDays, proof, contractUntil, contractPercent);
  }
}
