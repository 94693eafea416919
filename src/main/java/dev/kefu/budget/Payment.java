package dev.kefu.budget;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was paid of a month's budget.
 *
 * @param processInstanceId of the instance that spends; a case may hold more than one
 * @param payee user id
 * @param month for example {@code 2026-11}
 * @param section the cost centre
 * @param amount in yuan
 */
public record Payment(String caseNumber, String processInstanceId, String payee, String month, String section, Category category, BigDecimal amount, LocalDate paidOn) {
}
