package dev.kefu.relationship.callback;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/**
 * One try to reach the customer.
 *
 * @param triedAt when it was recorded
 * @param triedOn the day of it where the enterprise works
 * @param outcome what came of it
 * @param triedBy user id of whoever tried
 */
@Embeddable
record Try(Instant triedAt, LocalDate triedOn, @Enumerated(EnumType.STRING) Outcome outcome, String triedBy) {

  /** What comes of a try; codes as in the form. */
  @Getter
  @RequiredArgsConstructor
  enum Outcome {
    @JsonProperty("reached") REACHED("reached"),
    @JsonProperty("notReached") NOT_REACHED("notReached"),
    @JsonProperty("refused") REFUSED("refused");

    private final String code;
  }
}
