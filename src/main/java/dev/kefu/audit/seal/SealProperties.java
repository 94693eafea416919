package dev.kefu.audit.seal;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the audit trail is sealed.
 *
 * @param longestTransaction an entry that appears later than this after its own time was not written by Kefu
 * @param sealsFile where the hashes are kept outside the database
 */
@ConfigurationProperties("kefu.audit")
record SealProperties(@DefaultValue("PT1H") Duration longestTransaction, Path sealsFile) {
}
