package dev.kefu.relationship.help;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.OffsetDateTime;

/**
 * What the register takes from the form customer-help-record.
 *
 * @param kind code of the kind, for example {@code training}
 * @param channel code of the way it came
 * @param receivedAt when it came
 * @param due when the customer wants it done
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Need(String kind, String channel, OffsetDateTime receivedAt, OffsetDateTime due) {
}
