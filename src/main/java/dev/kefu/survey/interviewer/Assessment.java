package dev.kefu.survey.interviewer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;

/** The form parttime-interviewer-selection-settlement-assess. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Assessment(List<Row> rows) {

  /** The work of a person. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(String name, int valid, int invalid, BigDecimal pay, String rating) {
  }
}
