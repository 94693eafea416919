package dev.kefu.notification.outbox;

import dev.kefu.notification.NotificationTemplates;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Knows whether a task that was offered to many is still to be had: when somebody took it meanwhile, the others need not know. */
@Component
@RequiredArgsConstructor
class OfferedTasks {

  private final ObjectProvider<TaskService> tasks;

  boolean stillStand(Message message) {
    return !message.template().equals(NotificationTemplates.TASK_OFFERED)
        || tasks.getObject().createTaskQuery().taskId(message.facts().get("taskId")).taskUnassigned().count() > 0;
  }
}
