package dev.kefu.survey.interviewer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The form parttime-interviewer-selection-engage. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Engagement(List<Row> rows) {

  /** Who signs, and how many questionnaires the person gets. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(String name, boolean undertaking, int assigned) {
  }
}
