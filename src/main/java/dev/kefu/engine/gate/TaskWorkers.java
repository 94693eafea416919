package dev.kefu.engine.gate;

import dev.kefu.engine.rights.TaskLinks;
import java.util.Collection;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Who works on a task: its assignee and its candidates, named or by group. */
final class TaskWorkers {

  private TaskWorkers() {
  }

  static boolean include(TaskEntity task, Person person) {
    return TaskLinks.name(task, person.userId(), person.groups());
  }

  /** Whether the person works on any open task of a process instance. */
  static boolean ofCaseInclude(String processInstanceId, Person person, CommandContext context) {
    Collection<TaskEntity> tasks = context.runWithoutAuthorization(
        () -> context.getProcessEngineConfiguration().getTaskService().createTaskQuery().processInstanceId(processInstanceId).list())
        .stream().map(task -> context.getTaskManager().findTaskById(task.getId())).toList();
    return tasks.stream().anyMatch(task -> include(task, person));
  }

  static boolean include(String taskId, Person person, CommandContext context) {
    TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
    return task != null && include(task, person);
  }
}
