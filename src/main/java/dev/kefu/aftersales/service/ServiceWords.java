package dev.kefu.aftersales.service;

import dev.kefu.reporting.FormLabels;
import java.util.Map;

/** What the codes of a service request are called. */
final class ServiceWords {

  static final Map<String, String> TYPES = FormLabels.of("aftersales/after-sales-service-register", "request.requestType");
  static final Map<String, String> CHANNELS = FormLabels.of("aftersales/after-sales-service-register", "request.channel");
  static final Map<String, String> CONFIRMATIONS = FormLabels.of("aftersales/after-sales-service-confirm", "confirmation.confirmed");
  /** Results of the table service-kind. */
  static final Map<String, String> KINDS = Map.of("contract", "Contract 合同服務", "free", "Free 免費", "paid", "Paid 有費", "internal", "Internal 一般行政");

  private ServiceWords() {
  }

  /** The name of a code, or the code itself. */
  static String of(Map<String, String> labels, String code) {
    return code == null ? "" : labels.getOrDefault(code, code);
  }
}
