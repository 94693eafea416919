package dev.kefu.survey.interviewer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The form parttime-interviewer-selection-settlement-field-work. */
@JsonIgnoreProperties(ignoreUnknown = true)
record FieldWorkResult(List<Row> rows) {

  /** The answers that a person brought. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(String name, int valid, int invalid) {
  }
}
