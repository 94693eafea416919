package dev.kefu.relationship.callback;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How satisfied a customer is; the form's codes, in the order of the scale 1 to 5. */
enum Satisfaction {
  @JsonProperty("veryDissatisfied") VERY_DISSATISFIED,
  @JsonProperty("dissatisfied") DISSATISFIED,
  @JsonProperty("fair") FAIR,
  @JsonProperty("satisfied") SATISFIED,
  @JsonProperty("verySatisfied") VERY_SATISFIED;

  /** 1 (very dissatisfied) to 5 (very satisfied). */
  int points() {
    return ordinal() + 1;
  }
}
