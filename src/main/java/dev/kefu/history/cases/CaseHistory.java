package dev.kefu.history.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kefu.engine.CaseRecord.Decision;
import dev.kefu.engine.RelatedCases.RelatedCase;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A case as it is shown to whoever may read its history.
 *
 * @param filedAt when its file was frozen, for a case whose history the engine has cleaned up: then all this comes from the file
 * @param whole whether the person may read all of it
 * @param processKey process id of the case itself
 * @param outcome what the picture calls the end that was reached; null while it runs and for a cancelled case
 * @param classified whether somebody handed in a classified value; then this reading was written to the audit trail
 * @param parts the case's own instance and those that it called
 * @param trail what happened in the parts that the person may read, in order
 * @param cut whether the trail is longer than what is shown
 * @param forms each version of each form, in order
 * @param related other cases that belong to it, as the registers keep it
 * @param people names by user id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseHistory(String caseNumber, Instant filedAt, boolean whole, String procedure, String processKey, String state, String outcome, String starter, String customer, Instant startedAt, Instant endedAt,
                   boolean classified, List<Part> parts, List<TrailStep> trail, boolean cut, List<Form> forms, List<Decision> decisions, List<Remark> comments,
                   List<Notice> notices, List<RelatedCase> related, Map<String, String> people) {

  /**
   * A process instance of the case.
   *
   * @param callerId the part that called it; null for the case's own
   * @param readable whether the person may read what happened in it
   * @param facts whether the person may read what was handed in and decided there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Part(String id, String callerId, String processKey, String name, Integer version, String versionTag, Instant startedAt, Instant endedAt, String state, String outcome,
              boolean readable, boolean facts) {
  }

  /**
   * Something that the process did or waited for.
   *
   * @param type as the engine calls it
   * @param by user id; null for an automatic step, and while nobody has claimed it
   * @param onBehalfOf user id of whoever had delegated it
   * @param due null without a deadline
   * @param late whether it ended after its deadline, or is open and its deadline has passed
   * @param calledPart the part that it called
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TrailStep(String part, String activity, String name, String type, Instant startedAt, Instant endedAt, boolean canceled, String by, String onBehalfOf, Instant due, boolean late,
                   String calledPart) {
  }

  /**
   * A form as it was handed in.
   *
   * @param formVersion version of the form that was shown; null when its deployment is gone
   * @param edition 1 for what was handed in first, and so on
   * @param correction the reason, of a correction of an earlier edition
   * @param changes of a correction: what it changed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Form(String part, String activity, String title, String formId, Integer formVersion, int edition, Instant at, String by, String onBehalfOf, String correction,
              List<Field> fields, List<Change> changes) {
  }

  /**
   * A field as people read it.
   *
   * @param classified whether its value is for some roles only
   * @param rows of a list
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Field(String label, String value, boolean classified, List<List<Field>> rows) {
  }

  /** A field before and after a correction. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Change(String label, String before, String after) {
  }

  /**
   * What somebody noted.
   *
   * @param step what the picture calls the step it was written at; null for the case
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Remark(Instant at, String by, String step, String text) {
  }

  /**
   * Who was told what.
   *
   * @param to user id or customer code
   * @param about what the message was about
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Notice(Instant at, String to, String about, String state) {
  }
}
