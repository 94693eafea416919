package dev.kefu.relationship.visit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The form customer-visit-plan.
 *
 * @param channel how to reach a customer who is hard to reach; null else
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PlannedVisit(List<String> visitPurpose, String visitGoal, OffsetDateTime plannedOn, BigDecimal plannedHours, boolean hardToReach, String channel) {
}
