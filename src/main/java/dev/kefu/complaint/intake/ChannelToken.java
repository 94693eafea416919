package dev.kefu.complaint.intake;

import java.time.Instant;

/**
 * A channel's token as administrators see it; the token itself is nowhere.
 *
 * @param id to revoke it by
 * @param channel kebab-case, for example {@code web-shop}
 * @param formChannel option of the form's field {@code channel} that all complaints of the channel get; null when the sender says it
 * @param prefix how the token begins, to recognise it
 * @param lastUsedAt to the minute; null when it was never used
 * @param revokedAt null while it is valid
 */
record ChannelToken(long id, String channel, String formChannel, String prefix, String createdBy, Instant createdAt, Instant lastUsedAt,
                    String revokedBy, Instant revokedAt) {
}
