package dev.kefu.information.leak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.OffsetDateTime;

/**
 * The form leak-incident-inform.
 *
 * @param reportedAt when the general manager's office was told
 * @param harmLikely {@code yes} or {@code no}: whether customers are likely to be harmed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LeakInforming(OffsetDateTime reportedAt, String harmLikely) {

  boolean isHarmLikely() {
    return "yes".equals(harmLikely);
  }
}
