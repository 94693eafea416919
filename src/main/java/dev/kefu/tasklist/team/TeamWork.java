package dev.kefu.tasklist.team;

import dev.kefu.absence.Colleagues;
import dev.kefu.absence.SystemWork;
import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditRecord.Kind;
import dev.kefu.audit.AuditTrail;
import dev.kefu.engine.BarredPersons;
import dev.kefu.tasklist.team.Team.Supervisor;
import dev.kefu.tasklist.team.TeamProblem.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Service;

/**
 * Gives tasks of the team to somebody, or another priority, several at once and each in a transaction of its own: what cannot be done is told and does not stop the others. In the
 * supervisor's name, with the reason as a comment of the case.
 */
@Service
@RequiredArgsConstructor
class TeamWork {

  static final Map<Integer, String> PRIORITIES = Map.of(25, "Low 低", 50, "Normal 普通", 75, "High 高", 100, "Urgent 緊急");

  private static final int MOST = 100;
  private static final int LONGEST_REASON = 500;

  private final SystemWork system;
  private final Colleagues colleagues;
  private final TaskService tasks;
  private final AuthorizationService authorizations;
  private final BarredPersons barred;
  private final AuditTrail audit;

  /**
   * What was done, and what was not.
   *
   * @param done how many tasks
   */
  record Outcome(int done, List<Refused> refused) {
  }

  /** A task that stays as it was, and why. */
  record Refused(String taskId, String caseNumber, String step, String why) {
  }

  /** Gives them to somebody of the team, or takes them over. */
  Outcome reassign(Supervisor supervisor, List<String> taskIds, String assignee, String reason) {
    List<Fault> faults = faults(taskIds, reason);
    if (assignee == null || assignee.isBlank()) {
      faults.add(new Fault("assignee", "Give to 改派給", "is required 為必填"));
    } else if (!supervisor.hands().contains(assignee)) {
      faults.add(new Fault("assignee", "Give to 改派給", "is not of your team 不屬於您的團隊"));
    }
    refuse(faults);
    String name = colleagues.nameOf(assignee);
    return each(taskIds, supervisor, task -> why(task, assignee, name, supervisor), task -> {
      tasks.setAssignee(task.getId(), assignee);
      note(task, "Reassigned to 改派 " + name, reason, "reassign", supervisor, Map.of("assignee", assignee));
    });
  }

  /** Sets their priority. */
  Outcome prioritise(Supervisor supervisor, List<String> taskIds, Integer priority, String reason) {
    List<Fault> faults = faults(taskIds, reason);
    if (priority == null || !PRIORITIES.containsKey(priority)) {
      faults.add(new Fault("priority", "Priority 優先級", "is one of 25, 50, 75, 100 須為 25、50、75 或 100"));
    }
    refuse(faults);
    return each(taskIds, supervisor, task -> Optional.empty(), task -> {
      tasks.setPriority(task.getId(), priority);
      note(task, "Priority 優先級: " + PRIORITIES.get(priority), reason, "prioritise", supervisor, Map.of("priority", String.valueOf(priority)));
    });
  }

  private Outcome each(List<String> taskIds, Supervisor supervisor, Function<TaskEntity, Optional<String>> check, Consumer<TaskEntity> work) {
    List<Refused> refused = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>(taskIds);
    ids.forEach(id -> one(id, supervisor, check, work).ifPresent(refused::add));
    return new Outcome(ids.size() - refused.size(), refused);
  }

  private Optional<Refused> one(String id, Supervisor supervisor, Function<TaskEntity, Optional<String>> check, Consumer<TaskEntity> work) {
    try {
      return system.inOwnName(() -> done(id, supervisor, check, work));
    } catch (OptimisticLockingException faster) {
      return Optional.of(new Refused(id, null, null, "Somebody else was faster; look again 他人剛剛處理，請重新查看"));
    }
  }

  private static Optional<Refused> done(String id, Supervisor supervisor, Function<TaskEntity, Optional<String>> check, Consumer<TaskEntity> work) {
    TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(id);
    Optional<String> why = task == null || task.isSuspended() ? Optional.of("It is done, or not there any more 任務已完成或不存在")
        : !isOf(supervisor, task) ? Optional.of("It is not your team's 非本團隊任務") : check.apply(task);
    if (why.isPresent()) {
      boolean known = task != null && isOf(supervisor, task);
      return Optional.of(new Refused(id, known ? task.getExecution().getProcessBusinessKey() : null, known ? oneLine(task.getName()) : null, why.get()));
    }
    work.accept(task);
    return Optional.empty();
  }

  private static boolean isOf(Supervisor supervisor, TaskEntity task) {
    if (task.getProcessInstanceId() == null) {
      return false;
    }
    return task.getAssignee() != null ? supervisor.people().containsKey(task.getAssignee()) : task.getIdentityLinks().stream().filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
        .anyMatch(link -> supervisor.roles().contains(link.getGroupId()) || supervisor.people().containsKey(link.getUserId()));
  }

  private Optional<String> why(TaskEntity task, String assignee, String name, Supervisor supervisor) {
    if (assignee.equals(task.getAssignee())) {
      return Optional.of(name + " has it already 已由其辦理");
    }
    Optional<String> fourEyes = barred.against(assignee, task, supervisor.userId());
    if (fourEyes.isPresent()) {
      audit.write(new AuditRecord(Kind.REFUSAL, supervisor.userId(), "reassign", "task", task.getId(), task.getExecution().getProcessBusinessKey(),
          Map.of("person", assignee, "reason", fourEyes.get())));
      return fourEyes;
    }
    boolean works = authorizations.isUserAuthorized(assignee, List.copyOf(colleagues.groupsOf(assignee)), Permissions.READ, Resources.PROCESS_DEFINITION, task.getProcessDefinition().getKey());
    return works ? Optional.empty() : Optional.of(name + " does not work in this procedure 不辦理此流程: " + oneLine(Objects.requireNonNullElse(task.getProcessDefinition().getName(), "")));
  }

  private void note(TaskEntity task, String what, String reason, String action, Supervisor supervisor, Map<String, String> values) {
    tasks.createComment(task.getId(), task.getProcessInstanceId(), what + ": " + reason.strip());
    Map<String, String> all = new HashMap<>(values);
    all.put("reason", reason.strip());
    audit.write(new AuditRecord(Kind.OPERATION, supervisor.userId(), action, "task", task.getId(), task.getExecution().getProcessBusinessKey(), all));
  }

  private static List<Fault> faults(List<String> taskIds, String reason) {
    List<Fault> faults = new ArrayList<>();
    if (taskIds == null || taskIds.isEmpty()) {
      faults.add(new Fault("taskIds", "Tasks 任務", "choose one at least 請至少選擇一項"));
    } else if (taskIds.size() > MOST) {
      faults.add(new Fault("taskIds", "Tasks 任務", "at most " + MOST + " at once 一次最多 " + MOST + " 項"));
    }
    if (reason == null || reason.isBlank()) {
      faults.add(new Fault("reason", "Reason 原因", "is required 為必填"));
    } else if (reason.length() > LONGEST_REASON) {
      faults.add(new Fault("reason", "Reason 原因", "has more than " + LONGEST_REASON + " characters 超過 " + LONGEST_REASON + " 個字"));
    }
    return faults;
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw TeamProblem.wrong(faults);
    }
  }

  private static String oneLine(String name) {
    return name == null ? "" : name.replaceAll("\\s+", " ");
  }
}
