package dev.kefu.engine;

import java.util.Set;

/** Knows the processes that take no new cases because their files are gone; cases that run go on. */
public interface RetiredProcesses {

  /**
   * Says whether a person may no longer start this process.
   *
   * @param processKey process id, equal to the model's file stem
   */
  boolean isRetired(String processKey);

  /** Ids of all such processes. */
  Set<String> retired();
}
