package dev.kefu.survey.interviewer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The form parttime-interviewer-selection-interview-survey-specialist. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Applicants(List<Row> rows) {

  /** An applicant. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(String name, String phone, String education, int interviewScore) {
  }
}
