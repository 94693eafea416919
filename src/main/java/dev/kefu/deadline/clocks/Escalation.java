package dev.kefu.deadline.clocks;

import static java.util.stream.Collectors.joining;

import dev.kefu.engine.CaseVariables;
import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.NotificationTemplates;
import dev.kefu.notification.Notifications;
import dev.kefu.organisation.Posts;
import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What happens on each rung of the ladder (convention C4): nobody does it, the system does; inside one engine command. */
@Component
@RequiredArgsConstructor
class Escalation {

  static final int ESCALATED = 75;
  static final int HANDED_OVER = 100;

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final RoleDirectory roles;
  private final Posts posts;
  private final Notifications notifications;
  private final Clock clock;

  /** 75 %: whoever works on it is reminded, else those who could. */
  void remind(TaskClock row) {
    Set<Recipient> workers = new LinkedHashSet<>();
    tasksOf(row).forEach(task -> workers.addAll(workersOf(task)));
    if (workers.isEmpty()) {
      startersOf(row.processKey()).forEach(role -> workers.add(Recipient.role(role)));
    }
    workers.forEach(worker -> tell(row, worker, NotificationTemplates.DEADLINE_REMINDER));
  }

  /**
   * 100 %: the superior role may do it too.
   *
   * @return the roles that it was escalated to, for the hand-over
   */
  String escalate(TaskClock row) {
    List<Task> tasks = tasksOf(row);
    Set<String> superiors = superiorsOf(row, tasks);
    Set<Recipient> told = new LinkedHashSet<>();
    for (Task task : tasks) {
      comment(task, (row.isWholeCase() ? "The whole case is overdue 整案逾期: " : "Overdue 已逾期: ") + "due 期限 " + moment(row.moments().due())
          + (superiors.isEmpty() ? "." : ". Told 已通知: " + labels(superiors) + "."));
      if (!row.isWholeCase()) {
        addCandidates(task, superiors);
        raise(task, ESCALATED);
        if (task.getAssignee() != null) {
          told.add(Recipient.user(task.getAssignee()));
        }
      }
    }
    superiors.forEach(superior -> told.add(Recipient.role(superior)));
    told.forEach(recipient -> tell(row, recipient, NotificationTemplates.DEADLINE_ESCALATION));
    return String.join(",", superiors);
  }

  /** Those it was escalated to, or whoever acts for them by now. */
  String superiorsNow(TaskClock row) {
    return list(row.superiors()).stream().map(this::working).distinct().sorted().collect(joining(","));
  }

  /** 200 %: a task goes over to the superior role; of a case its superiors are told once more. */
  void handOver(TaskClock row) {
    Set<String> superiors = list(row.superiors());
    Set<Recipient> told = new LinkedHashSet<>();
    for (Task task : tasksOf(row)) {
      comment(task, row.isWholeCase() ? "The whole case has taken twice its time 整案用時已達規定兩倍." : superiors.isEmpty() ? "Twice the deadline has passed 已超過時限一倍."
          : "Twice the deadline has passed: handed over to 已超過時限一倍，移交: " + labels(superiors) + ".");
      if (!row.isWholeCase()) {
        if (task.getAssignee() != null) {
          told.add(Recipient.user(task.getAssignee()));
        }
        giveTo(task, superiors);
        raise(task, HANDED_OVER);
      }
    }
    superiors.forEach(superior -> told.add(Recipient.role(superior)));
    told.forEach(recipient -> tell(row, recipient, NotificationTemplates.DEADLINE_HAND_OVER));
  }

  private static Set<String> list(String superiors) {
    return superiors == null ? Set.of() : Arrays.stream(superiors.split(",")).filter(role -> !role.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
  }

  private static void giveTo(Task task, Set<String> superiors) {
    if (superiors.isEmpty()) {
      // Nobody stands above: it stays where it is.
      return;
    }
    TaskService tasks = taskService();
    if (task.getAssignee() != null) {
      tasks.setAssignee(task.getId(), null);
    }
    for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
      if (link.getGroupId() != null && !superiors.contains(link.getGroupId())) {
        tasks.deleteCandidateGroup(task.getId(), link.getGroupId());
      } else if (link.getUserId() != null && IdentityLinkType.CANDIDATE.equals(link.getType())) {
        tasks.deleteCandidateUser(task.getId(), link.getUserId());
      }
    }
    addCandidates(task, superiors);
  }

  /** The engine would add a second link for a group that is one already. */
  private static void addCandidates(Task task, Set<String> groups) {
    Set<String> present = groupsOf(task);
    groups.stream().filter(group -> !present.contains(group)).forEach(group -> taskService().addCandidateGroup(task.getId(), group));
  }

  private static void raise(Task task, int priority) {
    if (task.getPriority() < priority) {
      taskService().setPriority(task.getId(), priority);
    }
  }

  private static void comment(Task task, String message) {
    taskService().createComment(task.getId(), task.getProcessInstanceId(), message);
  }

  private List<Task> tasksOf(TaskClock row) {
    if (!row.isWholeCase()) {
      return taskService().createTaskQuery().taskId(row.taskId()).list();
    }
    List<Task> ofCase = taskService().createTaskQuery().processInstanceBusinessKey(row.caseNumber()).list();
    return ofCase.isEmpty() ? taskService().createTaskQuery().processInstanceId(row.processInstanceId()).list() : ofCase;
  }

  /** Those above whoever has the work; of a vacant post that is its stand-in, and a vacant superior is left out. */
  private Set<String> superiorsOf(TaskClock row, Collection<Task> tasks) {
    Set<String> working = tasks.stream().flatMap(task -> rolesOf(task).stream()).collect(Collectors.toSet());
    return (working.isEmpty() ? startersOf(row.processKey()) : working.stream()).map(this::working).distinct().map(roles::find)
        .flatMap(role -> role.map(Role::superior).stream()).map(this::working).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The group that acts for a role; the role's own when nobody at all does, so that what was decided still stands there. */
  private String working(String roleId) {
    return posts.workingGroupOf(roleId).orElse(roles.holderOf(roleId));
  }

  private Stream<String> startersOf(String processKey) {
    return roles.all().stream().filter(role -> role.starts().contains(processKey)).map(Role::id);
  }

  /** Candidate groups; of a task that is for a person alone, that person's roles. */
  private Set<String> rolesOf(Task task) {
    Set<String> groups = groupsOf(task);
    return groups.isEmpty() && task.getAssignee() != null ? engine().getIdentityService().createGroupQuery().groupMember(task.getAssignee()).list().stream()
        .map(Group::getId).filter(group -> roles.find(group).isPresent()).collect(Collectors.toSet()) : groups;
  }

  private static Set<String> groupsOf(Task task) {
    return taskService().getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Recipient> workersOf(Task task) {
    return task.getAssignee() != null ? List.of(Recipient.user(task.getAssignee())) : groupsOf(task).stream().map(Recipient::role).toList();
  }

  private void tell(TaskClock row, Recipient recipient, String template) {
    notifications.send(new Notification("deadline/" + row.id() + "/" + template + "/" + recipient.kind() + "/" + recipient.id(), recipient, template,
        row.caseNumber(), facts(row)));
  }

  private Map<String, String> facts(TaskClock row) {
    Map<String, String> facts = new HashMap<>();
    RepositoryService repository = engine().getRepositoryService();
    String process = repository.createProcessDefinitionQuery().processDefinitionKey(row.processKey()).latestVersion().listPage(0, 1).stream()
        .map(definition -> oneLine(Objects.requireNonNullElse(definition.getName(), definition.getKey()))).findFirst().orElse(row.processKey());
    String task = row.isWholeCase() ? process : taskService().createTaskQuery().taskId(row.taskId()).list().stream().findFirst()
        .map(found -> oneLine(Objects.requireNonNullElse(found.getName(), row.step()))).orElse(row.step());
    Object customer = Context.getProcessEngineConfiguration().getRuntimeService().createVariableInstanceQuery().processInstanceIdIn(row.processInstanceId())
        .variableName(CaseVariables.CUSTOMER_NAME).listPage(0, 1).stream().findFirst().map(variable -> variable.getValue()).orElse(null);
    facts.put("task", task);
    facts.put("due", moment(row.moments().due()));
    facts.put("process", process);
    facts.put("caseNumber", row.caseNumber());
    facts.put("customer", customer == null ? "" : customer.toString());
    facts.put("taskId", row.isWholeCase() ? "" : row.taskId());
    return facts;
  }

  private String labels(Collection<String> roleIds) {
    return roleIds.stream().map(id -> roles.find(id).map(Role::label).orElse(id)).collect(joining(", "));
  }

  private String moment(Instant moment) {
    return MOMENT.format(moment.atZone(clock.getZone()));
  }

  private static String oneLine(String name) {
    return name.replaceAll("\\s+", " ");
  }

  private static TaskService taskService() {
    return engine().getTaskService();
  }

  private static ProcessEngineServices engine() {
    return Context.getProcessEngineConfiguration().getProcessEngine();
  }
}
