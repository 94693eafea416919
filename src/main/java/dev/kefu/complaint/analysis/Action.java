package dev.kefu.complaint.analysis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** What is started because of a cause: a row of the form complaint-analysis-act. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@JsonIgnoreProperties(ignoreUnknown = true)
class Action {

  static final String CORRECTION = "correction";

  private String cause;
  private String measure;
  private String department;
  private String product;
  private String what;
  private Instant orderedAt;

  void order(Instant when) {
    orderedAt = when;
  }

  boolean corrects(String code) {
    return CORRECTION.equals(measure) && cause.equals(code);
  }
}
