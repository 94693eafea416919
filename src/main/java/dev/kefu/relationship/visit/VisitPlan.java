package dev.kefu.relationship.visit;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a visit is planned as.
 *
 * @param planNumber number of the plan of the month; null for a visit beside it
 * @param visitor user id
 * @param visitorRole the role in which that person visits
 * @param purposes codes with commas between them
 * @param channel direct, association, exhibition or leaders
 * @param hours to stay
 */
record VisitPlan(String planNumber, String visitor, String visitorRole, String customerCode, String purposes, String goal, String channel, Instant plannedAt, BigDecimal hours) {
}
