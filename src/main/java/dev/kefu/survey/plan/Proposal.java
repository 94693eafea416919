package dev.kefu.survey.plan;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The form annual-survey-plan-propose. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Proposal(List<Row> surveys) {

  /** One survey, in codes. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(String surveyTitle, String requestingDepartment, String surveyGoals, List<String> topics, List<String> methods, String topicNotes, String sources) {
  }
}
