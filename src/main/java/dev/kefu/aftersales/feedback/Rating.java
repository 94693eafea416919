package dev.kefu.aftersales.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a customer rates a part of the service. */
enum Rating {
  @JsonProperty("veryDissatisfied") VERY_DISSATISFIED,
  @JsonProperty("dissatisfied") DISSATISFIED,
  @JsonProperty("fair") FAIR,
  @JsonProperty("satisfied") SATISFIED,
  @JsonProperty("verySatisfied") VERY_SATISFIED;

  /** 1 to 5, 5 is best. */
  int points() {
    return ordinal() + 1;
  }
}
