package dev.kefu.engine;

import java.util.Set;

/** Who corrected what earlier steps of a case had said. */
public interface CaseCorrections {

  /**
   * User ids of those who corrected the form of a step, in any order; they count as performers of the step (four eyes).
   *
   * @param processInstanceId the instance in which the step was done
   * @param activityId the step's element id
   */
  Set<String> correctorsOf(String processInstanceId, String activityId);
}
