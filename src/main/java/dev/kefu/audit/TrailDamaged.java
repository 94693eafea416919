package dev.kefu.audit;

/**
 * The nightly look found that the audit trail is not what was sealed.
 *
 * @param when the night's date and time, as people read it
 * @param fault the first place that does not fit, in plain words
 */
public record TrailDamaged(String when, String fault) {
}
