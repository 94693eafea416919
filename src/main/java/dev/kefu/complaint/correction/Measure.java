package dev.kefu.complaint.correction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One measure of a plan. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Measure {

  private String measure;
  private String owner;
  private LocalDate dueOn;
  private String evidence;

  Measure(Row row) {
    measure = row.measure();
    owner = row.owner();
    dueOn = row.date();
    evidence = row.evidence();
  }

  /** A row of the tracking form's plan. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(String measure, String owner, LocalDate date, String evidence) {
  }
}
