package dev.kefu.complaint.quality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;

/**
 * The form quality-complaint-inquiry-cause.
 *
 * @param causeCategory code of the kind of cause
 * @param repairable whether the goods can be reworked on site
 * @param usable whether they are usable with the defect
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CauseAnalysis(String cause, String causeCategory, List<Row> measures, boolean repairable, boolean usable) {

  /** A measure. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(String measure, String owner, LocalDate date) {
  }

  /**
   * The form quality-complaint-inquiry-cause-rd-department.
   *
   * @param designRelated {@code yes} or {@code no}
   * @param designMeasure null unless the design is a cause
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Design(String designRelated, String statement, String designMeasure) {

    boolean isCause() {
      return "yes".equals(designRelated);
    }
  }
}
