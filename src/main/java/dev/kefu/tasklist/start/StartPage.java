package dev.kefu.tasklist.start;

import dev.kefu.engine.CaseStory.Page;
import dev.kefu.engine.StartableProcedures.Procedure;
import java.util.List;

/**
 * What a person finds before anything is opened. Moments are date and time in the department's time zone, ready to be read.
 *
 * @param name first and last name
 * @param roles what the person's roles are called
 * @param newcomer whether the person has not completed a task yet
 * @param mine number of tasks that are the person's
 * @param offered number of tasks that nobody has taken and that the person may take
 * @param overdue number of those of both kinds that are late
 * @param late the latest of them
 * @param waiting what is due next, the person's own and offered ones
 * @param started the cases that the person started, the newest first
 * @param procedures what the person may start
 */
record StartPage(String name, List<String> roles, boolean newcomer, long mine, long offered, long overdue, List<WaitingTask> late, List<WaitingTask> waiting, Page<CaseLineView> started,
                 List<Procedure> procedures) {

  /**
   * A task that waits.
   *
   * @param due null for none
   * @param own whether it is the person's already
   */
  record WaitingTask(String taskId, String name, String due, boolean own) {
  }

  /**
   * A case in one line.
   *
   * @param standsAt names of the open steps; empty where a machine or nobody has it
   * @param endedAt null while it runs
   * @param due the first deadline; null for none
   */
  record CaseLineView(String caseNumber, String procedure, String standsAt, String startedAt, String endedAt, String due) {
  }
}
