package dev.kefu.notification.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are sent.
 *
 * @param from sender's mail address; needed when a mail server is set
 * @param retryAfter waiting times after the first, second, … failure; after the last one the message has failed
 * @param lease a message that a node has been sending for longer than this is doubtful; longer than the time-outs of the mail server together
 * @param keep how long messages are kept, counted from their creation: they hold personal data
 * @param off names of templates that nobody gets
 */
@ConfigurationProperties("kefu.notification")
record NotificationProperties(String from, @DefaultValue({"1m", "5m", "30m", "2h", "12h"}) List<Duration> retryAfter,
                              @DefaultValue("10m") Duration lease, @DefaultValue("90d") Duration keep, @DefaultValue Set<String> off) {
}
