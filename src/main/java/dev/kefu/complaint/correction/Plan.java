package dev.kefu.complaint.correction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The form complaint-corrective-action-plan.
 *
 * @param improvementPlan the measures, at least one
 * @param planOwner user id of who carries it out
 * @param dueOn when everything is done
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Plan(List<Measure.Row> improvementPlan, String planOwner, LocalDate dueOn) {

  /** The measures for people, a line each. */
  String lines() {
    return improvementPlan.stream().map(row -> "- " + row.measure() + " — " + row.owner() + ", " + row.date() + " (" + row.evidence() + ")").collect(Collectors.joining("\n"));
  }
}
