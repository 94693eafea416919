package dev.kefu.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that is on record of a case: what a printed document and a case file are made of. Classified values are not in it; a field says that it has one.
 *
 * @param caseNumber for example {@code CMP-2026-000001}
 * @param processKey process id of the case itself
 * @param procedure what people call it
 * @param starter user id; null when no person started it
 * @param endedAt null while it runs
 * @param outcome the end event's id without its type; null while it runs
 * @param parts the case's own instance and every process that it called, in the order in which they started
 * @param forms every form that was handed in, corrections and repetitions included, in the order in which they came
 * @param steps what was done, in the order in which it started
 * @param acts what people did beside handing in forms: claims, handovers, comments
 * @param decisions what the tables decided
 * @param registers facts of the registers by register and name, see {@link RegisterFacts}
 * @param people names by user id, of everybody who is named above
 */
public record CaseRecord(String caseNumber, String processKey, String procedure, String starter, Instant startedAt, Instant endedAt, String outcome,
                         List<Part> parts, List<HandedIn> forms, List<Step> steps, List<Act> acts, List<Decision> decisions,
                         Map<String, Map<String, Object>> registers, Map<String, String> people) {

  /**
   * One process instance of the case.
   *
   * @param callerId the instance that called it; null for the case's own
   * @param version of the model, as deployed
   * @param versionTag what its owner calls that version; null for none
   * @param outcome as of the case
   * @param facts plain variables as they stood last
   */
  public record Part(String id, String callerId, String processKey, String name, int version, String versionTag, Instant startedAt, Instant endedAt,
                     String outcome, Map<String, Object> facts) {
  }

  /**
   * A form that was handed in once.
   *
   * @param formId its id
   * @param root the variable that it wrote
   * @param activityId the step's or event's element id
   * @param title what the model calls the step
   * @param partId where
   * @param by user id; null when a program brought it
   * @param onBehalfOf user id of whoever had delegated the task; null for nobody
   * @param correction the reason, when an earlier form was corrected; null for a form of a step
   * @param data as it was handed in
   * @param fields as people read it
   */
  public record HandedIn(String formId, String root, String activityId, String title, String partId, Instant at, String by, String onBehalfOf,
                         String correction, Map<String, Object> data, List<ShownField> fields) {
  }

  /**
   * Something that the process did or waited for.
   *
   * @param type as the engine calls it, for example {@code userTask}
   * @param endedAt null while it goes on
   * @param canceled whether it was ended from outside
   * @param by user id; null for an automatic step
   * @param calledPartId the part that a call activity called; null for any other
   */
  public record Step(String partId, String activityId, String name, String type, Instant startedAt, Instant endedAt, boolean canceled, String by,
                     String onBehalfOf, String calledPartId) {
  }

  /**
   * Something that a person did or wrote.
   *
   * @param what for example {@code Claim} or {@code Comment}
   * @param by user id; null for the program
   * @param step element id or name it belongs to; null for the case
   * @param note what was changed or written
   */
  public record Act(Instant at, String what, String by, String step, String note) {
  }

  /**
   * What a table decided.
   *
   * @param version of the table, as deployed
   * @param inputs what it was asked with
   * @param outputs what it answered
   * @param rules the rows that matched, counted from 1
   */
  public record Decision(String partId, String activityId, String decisionKey, String name, int version, Instant at, Map<String, Object> inputs,
                         List<Output> outputs, List<Integer> rules) {
  }

  /**
   * One value that a table answered.
   *
   * @param rule row of the table, counted from 1; null for a collected value
   */
  public record Output(String name, Object value, Integer rule) {
  }
}
