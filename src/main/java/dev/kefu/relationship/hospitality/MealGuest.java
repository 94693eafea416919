package dev.kefu.relationship.hospitality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.persistence.Embeddable;

/**
 * A guest at table.
 *
 * @param position what he is at the customer's
 */
@Embeddable
@JsonIgnoreProperties(ignoreUnknown = true)
record MealGuest(String name, String position) {
}
