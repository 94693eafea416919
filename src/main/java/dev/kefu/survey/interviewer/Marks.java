package dev.kefu.survey.interviewer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;

/** The form parttime-interviewer-selection-train. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Marks(LocalDate trainedOn, List<Row> rows) {

  /** The mark of a person, 0 to 100. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(String name, int testMark) {
  }
}
