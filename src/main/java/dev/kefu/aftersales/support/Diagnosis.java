package dev.kefu.aftersales.support;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.OffsetDateTime;

/**
 * The form technical-support-handling-engineer.
 *
 * @param reactedAt when the customer had the first reply
 * @param onSite whether somebody must go there
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Diagnosis(OffsetDateTime reactedAt, String diagnosis, String cause, String problemKind, boolean onSite) {

  /** How it goes on: {@code wish}, {@code site}, {@code rd} or {@code solve}. */
  String way() {
    if ("wish".equals(problemKind)) {
      return "wish";
    }
    return onSite ? "site" : "defect".equals(problemKind) ? "rd" : "solve";
  }
}
