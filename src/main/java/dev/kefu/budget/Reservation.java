package dev.kefu.budget;

import java.math.BigDecimal;

/**
 * What a case is to hold of a month's budget.
 *
 * @param processInstanceId of the instance that spends; a case may hold more than one
 * @param month for example {@code 2026-11}
 * @param section the cost centre
 * @param amount in yuan
 */
public record Reservation(String caseNumber, String processInstanceId, String month, String section, BigDecimal amount) {
}
