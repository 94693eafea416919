package dev.kefu.engine.records;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * What the history knows of one process instance.
 *
 * @param tasks by task id
 * @param activities in the order in which they started
 */
record PastInstance(HistoricProcessInstance instance, ProcessDefinition definition, Map<String, HistoricTaskInstance> tasks,
                    List<HistoricActivityInstance> activities, List<HistoricVariableInstance> variables) {

  /** What people call an element, in one line. */
  String title(String activityId, String name) {
    return name == null ? activityId : name.replaceAll("\\s+", " ");
  }

  /** Whoever had delegated the task to its performer; null for nobody. */
  static String onBehalfOf(HistoricTaskInstance task) {
    return task == null || task.getOwner() == null || task.getOwner().equals(task.getAssignee()) ? null : task.getOwner();
  }
}
