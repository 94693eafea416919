package dev.kefu.tasklist.cards;

/**
 * What the list shows of a task beside its name.
 *
 * @param taskId the engine's id
 * @param caseNumber for example {@code HLP-2026-000001}; null where the case has none
 * @param customerName null where the case knows no customer
 * @param customerGrade {@code A} to {@code D}; null where the case knows no customer
 * @param due date and time in the department's time zone, ready to be read; null where there is no deadline
 * @param overdue whether that moment has passed
 * @param paused whether the clock stands still because the case waits for its customer
 */
record TaskCard(String taskId, String caseNumber, String customerName, String customerGrade, String due, boolean overdue, boolean paused) {
}
