package dev.kefu.notification.outbox;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where Kefu is reached.
 *
 * @param baseUrl start of links in messages, for example {@code https://kefu.example}, without a slash at the end
 */
@ConfigurationProperties("kefu")
record KefuProperties(String baseUrl) {
}
