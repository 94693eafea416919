package dev.kefu.aftersales.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Departments that answer opinions, and their roles. */
enum Receiver {
  @JsonProperty("quality") QUALITY("quality-department"),
  @JsonProperty("development") DEVELOPMENT("rd-department"),
  @JsonProperty("production") PRODUCTION("production-department"),
  @JsonProperty("logistics") LOGISTICS("logistics-department"),
  @JsonProperty("sales") SALES("sales-manager"),
  @JsonProperty("marketing") MARKETING("marketing-department"),
  @JsonProperty("afterSales") AFTER_SALES("after-sales-supervisor"),
  @JsonProperty("other") OTHER("responsible-department");

  private final String role;

  Receiver(String role) {
    this.role = role;
  }

  /** Id of the role that answers. */
  String role() {
    return role;
  }

  /** As the form writes it. */
  String code() {
    return this == AFTER_SALES ? "afterSales" : name().toLowerCase(Locale.ROOT);
  }
}
