package dev.kefu.history.lists;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A page of cases.
 *
 * @param page counted from 0
 * @param size of a full page
 * @param total how many there are, as far as it was counted
 * @param more whether there are more than {@code total}
 * @param people names by user id, of everybody who is named in the lines
 */
record CaseList(List<CaseLine> cases, int page, int size, int total, boolean more, Map<String, String> people) {

  /**
   * A case in the list.
   *
   * @param id of the process instance
   * @param caseNumber null for a process that gives none
   * @param called whether another process called it
   * @param state {@code running}, {@code finished} or {@code cancelled}
   * @param outcome what the picture calls the end that was reached; null while it runs and for a cancelled one
   * @param steps open steps
   * @param customer code and name; null when it has none, or the person may not read facts
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CaseLine(String id, String caseNumber, boolean called, Integer version, String versionTag, Instant startedAt, Instant endedAt, String state, String outcome,
                  String starter, String customer, List<OpenStep> steps) {
  }

  /**
   * Where a case stands.
   *
   * @param assignee user id; null while nobody has claimed it
   * @param due null without a deadline
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OpenStep(String activity, String name, String assignee, Instant due, boolean overdue) {
  }
}
