package dev.kefu.notification.outbox;

import java.time.LocalDateTime;

/** A message as administrators see it: without its text. {@code recipientKind}: USER, ROLE, CUSTOMER or OUTSIDER; times in the department's zone. */
record MessageView(long id, String recipientKind, String recipientId, String template, String caseNumber, String state, int attempts,
                   LocalDateTime createdAt, LocalDateTime nextAttempt, LocalDateTime sentAt, String lastError) {
}
