package dev.kefu.relationship.reception;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The form customer-reception-apply.
 *
 * @param level high, medium or ordinary, as the specialist wants it
 * @param costBearing grounds of the visit: agreement, mutual or other
 * @param costItems null when the visit costs nothing
 * @param oralApprovedBy null unless the visit is unannounced, and so is the time
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReceptionRequest(List<Guest> guests, OffsetDateTime receptionTime, List<String> purpose, String level, String costBearing, List<Cost> costItems, boolean unannounced,
                        String oralApprovedBy, OffsetDateTime oralApprovedAt) {

  /**
   * A guest.
   *
   * @param director of director rank or above
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Guest(String name, String position, boolean director) {
  }

  /**
   * A line of the budget.
   *
   * @param item code
   * @param amount in yuan
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Cost(String item, BigDecimal amount) {
  }

  /** The budget. */
  BigDecimal total() {
    return costs().stream().map(Cost::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The lines of the budget, never null. */
  List<Cost> costs() {
    return costItems == null ? List.of() : costItems;
  }

  /** Whether a guest is of director rank. */
  boolean hasDirector() {
    return guests.stream().anyMatch(Guest::director);
  }
}
