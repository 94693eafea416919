package dev.kefu.aftersales.support;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The form technical-support-ticket.
 *
 * @param product null when the caller named it
 * @param problemKind at first sight
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Ticket(String product, String productVersion, String scene, String errorMessage, String environment, String impact, String problemKind) {

  boolean isKnown() {
    return "known".equals(problemKind);
  }
}
