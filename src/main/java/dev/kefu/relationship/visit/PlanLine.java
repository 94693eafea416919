package dev.kefu.relationship.visit;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A line of a plan.
 *
 * @param purpose code
 * @param plannedAt when; null in the plan of a year
 * @param hours to stay at each visit
 * @param times number of visits, 1 in the plan of a month
 * @param channel association, exhibition or leaders for a customer who is hard to reach; null else
 */
@Embeddable
record PlanLine(String customerCode, String purpose, String goal, Instant plannedAt, BigDecimal hours, int times, String channel) {
}
