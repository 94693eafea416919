package dev.kefu.notification.occasions;

import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.NotificationTemplates;
import dev.kefu.notification.Notifications;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * Tells employees of tasks that somebody else gave them or that wait for their group. One row of the outbox for each task, whatever the size of
 * the groups: they become people when it is sent.
 */
@Component
@RequiredArgsConstructor
class TaskNotices {

  private final Notifications notifications;
  private final Clock clock;

  /** Nobody is told what she or he did: claiming, or starting a case. */
  void assigned(DelegateTask task) {
    String assignee = task.getAssignee();
    if (assignee != null && !assignee.equals(causer())) {
      send(task, "assigned/" + assignee + "/" + clock.millis(), Recipient.user(assignee), NotificationTemplates.TASK_ASSIGNED);
    }
  }

  void created(DelegateTask task) {
    if (task.getAssignee() != null) {
      return;
    }
    List<IdentityLink> candidates = List.copyOf(task.getCandidates());
    String groups = candidates.stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).distinct().collect(Collectors.joining(","));
    if (!groups.isEmpty()) {
      send(task, "offered", Recipient.role(groups), NotificationTemplates.TASK_OFFERED);
    }
    candidates.stream().map(IdentityLink::getUserId).filter(Objects::nonNull).filter(user -> !user.equals(causer())).distinct()
        .forEach(user -> send(task, "offered/" + user, Recipient.user(user), NotificationTemplates.TASK_OFFERED));
  }

  private void send(DelegateTask task, String occasion, Recipient to, String template) {
    TaskEntity entity = (TaskEntity) task;
    Map<String, String> facts = new HashMap<>();
    facts.put("task", Objects.requireNonNullElse(task.getName(), ""));
    facts.put("taskId", task.getId());
    facts.put("process", Objects.requireNonNullElse(entity.getProcessDefinition().getName(), ""));
    if (causer() != null) {
      facts.put("by", causer());
    }
    notifications.send(new Notification("task/" + task.getId() + "/" + occasion, to, template, entity.getExecution().getProcessBusinessKey(), facts));
  }

  private static String causer() {
    return Context.getCommandContext().getAuthenticatedUserId();
  }
}
