package dev.kefu.survey.agency;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The form commissioned-survey-score. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Scoring(List<Line> offers, String reason) {

  /** Marks of an offer, 0 to 100. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Line(String agency, boolean valid, int method, int experience, int time, int quality) {
  }
}
