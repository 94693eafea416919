package dev.kefu.tasklist.cards;

import dev.kefu.deadline.Deadlines.Phase;

/**
 * What the list shows of a task beside its name.
 *
 * @param taskId the engine's id
 * @param caseNumber for example {@code HLP-2026-000001}; null where the case has none
 * @param customerName null where the case knows no customer
 * @param customerGrade {@code A} to {@code D}; null where the case knows no customer
 * @param due date and time in the department's time zone, ready to be read; null where there is no deadline
 * @param phase where the time has got to; null where there is no deadline
 * @param onBehalfOf name of the person whom the reader, or whoever has the task, acts for; null for nobody
 * @param escalated whether the superior role was told
 * @param handedOver whether the task went over to the superior role
 */
record TaskCard(String taskId, String caseNumber, String customerName, String customerGrade, String due, Phase phase, String onBehalfOf, boolean escalated, boolean handedOver) {
}
