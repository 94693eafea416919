package dev.kefu.tasklist.drafts;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How drafts are kept.
 *
 * @param keys {@code name:Base64 of 32 bytes}, with commas between; the first one encrypts, all of them decrypt. Blank: one is made and kept in the file
 * @param keyFile where a key that was made is kept
 * @param keep how long a draft is kept after it was written last
 * @param largest one draft as JSON
 */
@ConfigurationProperties("kefu.drafts")
record DraftProperties(String keys, Path keyFile, Duration keep, DataSize largest) {
}
