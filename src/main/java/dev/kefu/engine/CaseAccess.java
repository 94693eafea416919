package dev.kefu.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the person on whose behalf the thread runs may do with a case as a whole, for what belongs to a case beside its tasks. A case may be read by those who
 * work on one of its open tasks (assignee or candidate), by whoever started it, and by the roles that read the history of its process
 * ({@code roles.yaml}); something may be added to it by those who work on one of its open tasks and, while it runs, by whoever started it.
 */
public interface CaseAccess {

  /** The case of an open task; empty when there is no such task, or it belongs to no numbered case. */
  Optional<CaseInSight> ofTask(String taskId);

  /** The case with this number, running or ended; empty for an unknown one. */
  Optional<CaseInSight> ofCase(String caseNumber);

  /** Those of these numbers whose cases the person may read, by the rules of {@link CaseInSight#mayRead}, with a fixed number of queries. */
  Set<String> readable(Collection<String> caseNumbers);

  /**
   * Whether the person might read a case that the engine's history has lost: whoever started it, and the roles that read the history of its processes.
   *
   * @param starter user id; null for none
   * @param processKeys process ids of the case's parts
   */
  boolean mayReadPast(String starter, Collection<String> processKeys);

  /** Every attachment that some form of the case's processes asks for; empty for an unknown case. */
  List<AskedFile> kindsOf(String caseNumber);

  /** What the picture of a process calls its elements, by element id, those without a name left out; empty for an unknown instance. */
  Map<String, String> elementNames(String processInstanceId);

  /** Whether the task is open and in the person's hands: theirs, or unclaimed and theirs to claim. */
  boolean holds(String taskId);

  /** Whether the person belongs to the repair group. */
  boolean mayRepair();

  /** First and last names by user id, of those of these users that exist; what they did in a case is no secret to those who may read it. */
  Map<String, String> namesOf(Collection<String> userIds);

  /**
   * A case as the person stands to it.
   *
   * @param caseNumber for example {@code HLP-2026-000001}
   * @param processInstanceId the instance of the task that was asked for, else the case's own
   * @param work the task that was asked for, else one of the case, if the person works on it; null for none
   * @param asked what the form of the task that was asked for requires to be attached; empty when a case was asked for
   * @param mayRead whether the person may read what belongs to the case
   * @param mayAdd whether the person may add to it
   */
  record CaseInSight(String caseNumber, String processInstanceId, Work work, List<AskedFile> asked, boolean mayRead, boolean mayAdd) {
  }

  /**
   * An open task that the person works on.
   *
   * @param taskId the engine's id
   * @param activityId element id of the step
   */
  record Work(String taskId, String activityId) {
  }

  /**
   * An attachment that a form requires.
   *
   * @param kind for example {@code receipt}
   * @param label what people read
   */
  record AskedFile(String kind, String label) {
  }
}
