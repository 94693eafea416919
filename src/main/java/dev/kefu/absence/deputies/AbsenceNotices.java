package dev.kefu.absence.deputies;

import dev.kefu.absence.Colleagues;
import dev.kefu.absence.deputies.Absence.Kind;
import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.NotificationTemplates;
import dev.kefu.notification.Notifications;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** Tells everybody concerned, in the caller's transaction; nobody is told what she or he did. */
@Component
@RequiredArgsConstructor
class AbsenceNotices {

  private final Notifications notifications;
  private final Colleagues colleagues;

  /** The deputy, and the person when a superior entered it. */
  void entered(Absence absence, String by) {
    tell(absence, absence.getDeputy(), by, NotificationTemplates.ABSENCE_DEPUTY);
    tell(absence, absence.getPerson(), by, NotificationTemplates.ABSENCE_ENTERED);
  }

  /** Both. */
  void ended(Absence absence, String by) {
    tell(absence, absence.getDeputy(), by, NotificationTemplates.ABSENCE_ENDED);
    if (absence.getKind() == Kind.ABSENCE) {
      tell(absence, absence.getPerson(), by, NotificationTemplates.ABSENCE_ENDED);
    }
  }

  /** The person and those above, who name another deputy. */
  void withoutDeputy(Absence absence) {
    tell(absence, absence.getPerson(), null, NotificationTemplates.ABSENCE_WITHOUT_DEPUTY);
    colleagues.nextAbove(absence.getPerson()).forEach(group -> notifications.send(new Notification(key(absence, NotificationTemplates.ABSENCE_WITHOUT_DEPUTY, group),
        Recipient.role(group), NotificationTemplates.ABSENCE_WITHOUT_DEPUTY, null, facts(absence))));
  }

  /** The successor. */
  void left(Absence leaving, String by) {
    tell(leaving, leaving.getDeputy(), by, NotificationTemplates.LEAVER_SUCCESSOR);
  }

  /** A deputy of a new task for a group; the key is that of the usual message, so that nobody gets two. */
  void offered(TaskEntity task, String userId) {
    notifications.send(new Notification("task/" + task.getId() + "/offered/" + userId, Recipient.user(userId), NotificationTemplates.TASK_OFFERED, caseNumber(task), facts(task)));
  }

  /** Superiors who take what the deputy may not do, or what nobody has any more. */
  void offered(TaskEntity task, Collection<String> groups, String why) {
    if (!groups.isEmpty()) {
      notifications.send(new Notification("task/" + task.getId() + "/offered/" + why, Recipient.role(String.join(",", groups)), NotificationTemplates.TASK_OFFERED, caseNumber(task), facts(task)));
    }
  }

  private void tell(Absence absence, String userId, String by, String template) {
    if (!userId.equals(by)) {
      notifications.send(new Notification(key(absence, template, userId), Recipient.user(userId), template, null, facts(absence)));
    }
  }

  private static String key(Absence absence, String template, String to) {
    // A change has a version of its own.
    return "absence/" + absence.getId() + "/" + absence.getVersion() + "/" + template + "/" + to;
  }

  private Map<String, String> facts(Absence absence) {
    Map<String, String> facts = new HashMap<>();
    facts.put("person", colleagues.nameOf(absence.getPerson()));
    facts.put("deputy", colleagues.nameOf(absence.getDeputy()));
    facts.put("from", absence.getFirstDay().toString());
    facts.put("until", absence.getLastDay() == null ? "" : absence.getLastDay().toString());
    return facts;
  }

  private static Map<String, String> facts(TaskEntity task) {
    Map<String, String> facts = new HashMap<>();
    facts.put("task", task.getName() == null ? "" : task.getName());
    facts.put("taskId", task.getId());
    facts.put("process", task.getProcessDefinition().getName() == null ? "" : task.getProcessDefinition().getName());
    return facts;
  }

  private static String caseNumber(TaskEntity task) {
    return task.getExecution().getProcessBusinessKey();
  }
}
