package dev.kefu.history.department;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The department's cases.
 *
 * @param months for example {@code 2026-11}, the running one last
 * @param processes those of which the person may read cases, by name
 */
record Department(List<String> months, List<ProcessFigures> processes) {

  /**
   * Cases of one process; what another process called is none of it.
   *
   * @param open cases that run now
   * @param overdue those of them with a step whose deadline has passed
   * @param months as many as the department's, in the same order
   */
  record ProcessFigures(String key, String name, long open, long overdue, List<MonthFigures> months) {
  }

  /**
   * A month of a process.
   *
   * @param finished cases that came to an end of the picture in this month
   * @param medianSeconds half of them took no longer; null for none
   * @param slowestSeconds nine of ten took no longer; null for none
   * @param escalations how often a superior was told of a late step
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MonthFigures(long started, long finished, Long medianSeconds, Long slowestSeconds, long escalations) {
  }
}
