package dev.kefu.complaint.quality;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A measure against the cause; one in the design has neither owner nor date yet. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class QualityMeasure {

  private String measure;
  private String owner;
  private LocalDate dueOn;

  QualityMeasure(String measure, String owner, LocalDate dueOn) {
    this.measure = measure;
    this.owner = owner;
    this.dueOn = dueOn;
  }

  /** For people. */
  String line() {
    return "- " + measure + (owner == null ? "" : " (" + owner + ", " + dueOn + ")");
  }
}
