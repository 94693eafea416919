package dev.kefu.notification.outbox;

import dev.kefu.notification.Notification.Recipient.Kind;
import java.time.LocalDateTime;
import java.util.Map;

/**
 * A message that is due: whoever claims it sends it.
 *
 * @param id the row's id
 * @param key what makes it the same message
 * @param kind what the recipient is
 * @param recipient user id, customer code, or role ids
 * @param template name of its text
 * @param caseNumber or null
 * @param facts what the text names
 * @param createdAt when it was put in
 * @param attempts how often it was tried, this time included: whoever claims it has seen no other time
 * @param token proves that the claim, once made, is still this node's
 */
record Message(long id, String key, Kind kind, String recipient, String template, String caseNumber, Map<String, String> facts,
               LocalDateTime createdAt, int attempts, String token) {
}
