package dev.kefu.complaint.quality;

import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.NotificationTemplates;
import dev.kefu.notification.Notifications;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Reminds whoever has an overdue quality complaint in hand, with a copy to the role that the table names; once. */
@Component
@RequiredArgsConstructor
class RemindHoldersDelegate implements JavaDelegate {

  private final QualityCases register;
  private final Notifications notifications;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    QualityCase quality = register.get((Long) execution.getVariable("qualityId"));
    TaskService tasks = execution.getProcessEngineServices().getTaskService();
    List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(quality.getCaseNumber()).list();
    Set<Recipient> told = open.stream().flatMap(task -> holders(tasks, task).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    told.add(Recipient.role((String) execution.getVariable("copyTo")));
    Map<String, String> facts = Map.of("due", (String) execution.getVariable("lastDayText"), "steps",
        open.stream().map(Task::getName).filter(Objects::nonNull).map(name -> name.replaceAll("\\s+", " ")).collect(Collectors.joining(", ")));
    told.forEach(recipient -> notifications.send(new Notification("quality/" + quality.getId() + "/overdue/" + recipient.kind() + "/" + recipient.id(), recipient,
        NotificationTemplates.QUALITY_OVERDUE, quality.getCaseNumber(), facts)));
    quality.remind(clock.instant());
    execution.setVariable("reminded", true);
  }

  private static List<Recipient> holders(TaskService tasks, Task task) {
    return task.getAssignee() != null ? List.of(Recipient.user(task.getAssignee()))
        : tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).map(Recipient::role).toList();
  }
}
