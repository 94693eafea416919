package dev.kefu.aftersales.service;

import dev.kefu.reporting.FormLabels;
import java.util.Map;

/** What the codes of a service request are called. */
final class ServiceWords {

  static final Map<String, String> TYPES = FormLabels.of("aftersales/after-sales-service-register", "request.requestType");
  static final Map<String, String> CHANNELS = FormLabels.of("aftersales/after-sales-service-register", "request.channel");
  static final Map<String, String> CONFIRMATIONS = FormLabels.of("aftersales/after-sales-service-confirm", "confirmation.confirmed");

  private ServiceWords() {
  }

  /** The name of a code, or the code itself. */
  static String of(Map<String, String> labels, String code) {
    return code == null ? "" : labels.getOrDefault(code, code);
  }
}
