package dev.kefu.relationship.hospitality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the register takes from the form hospitality-dining-request.
 *
 * @param customer what was typed to find the customer
 * @param host user id
 * @param companionsList user ids; null when the host is alone
 * @param restaurant {@code canteen}, {@code designated} or {@code other}
 * @param restaurantName which one; null in the canteen
 * @param perHead in yuan
 * @param overLimitReason why more than the limit, or another place; null or empty when not said
 * @param oralApproval an emergency
 * @param oralApprovedBy user id of whoever was asked; null unless an emergency
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record MealRequest(String customer, List<MealGuest> guests, String reason, OffsetDateTime mealTime, String occasion, String host, List<String> companionsList, String restaurant,
                   String restaurantName, BigDecimal perHead, String overLimitReason, boolean oralApproval, String oralApprovedBy, OffsetDateTime oralApprovedAt) {

  /** Everybody of the house at table, the host first, each once. */
  Set<String> companions() {
    Set<String> all = new LinkedHashSet<>();
    all.add(host);
    if (companionsList != null) {
      all.addAll(companionsList);
    }
    return all;
  }

  boolean givesReason() {
    return overLimitReason != null && !overLimitReason.isBlank();
  }
}
