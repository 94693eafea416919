package dev.kefu.engine.gate;

import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskEventsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * Gives the comments of a task to its assignee and candidates and to nobody else; the comments of a case to those who work on one of its
 * open tasks. The engine itself checks nothing here.
 */
@Component
class CommentGuard implements CommandGuard {

  @Override
  public Set<Class<?>> guards() {
    return Set.of(AddCommentCmd.class, GetTaskCommentCmd.class, GetTaskCommentsCmd.class, GetTaskEventsCmd.class,
        GetProcessInstanceCommentsCmd.class);
  }

  @Override
  public Object execute(Command<?> command, Person person, CommandContext context, Supplier<Object> proceed) {
    String taskId = CommandFields.get(command, "taskId");
    String processInstanceId = CommandFields.get(command, "processInstanceId");
    boolean allowed = taskId == null
        ? TaskWorkers.ofCaseInclude(processInstanceId, person, context)
        : TaskWorkers.include(taskId, person, context) && (processInstanceId == null || belongs(taskId, processInstanceId, context));
    if (!allowed) {
      throw Refusal.forbidden("Comments are for those who work on the task. 備註僅限任務辦理人和候選人");
    }
    return proceed.get();
  }

  private static boolean belongs(String taskId, String processInstanceId, CommandContext context) {
    TaskEntity task = context.getTaskManager().findTaskById(taskId);
    return processInstanceId.equals(task.getProcessInstanceId());
  }
}
