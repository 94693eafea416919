package dev.kefu.tasklist.team;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.kefu.absence.Absent;
import dev.kefu.absence.Colleagues;
import dev.kefu.absence.SystemWork;
import dev.kefu.deadline.Deadlines;
import dev.kefu.deadline.Deadlines.Phase;
import dev.kefu.deadline.Deadlines.Standing;
import dev.kefu.engine.CaseVariables;
import dev.kefu.tasklist.team.Team.Supervisor;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open tasks of a team: what its people have, and what waits for its posts. */
@Component
@RequiredArgsConstructor
class TeamQueue {

  static final int MOST = 200;

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final String NOBODY = "";

  private final Colleagues colleagues;
  private final Absent absent;
  private final SystemWork system;
  private final Deadlines deadlines;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final ManagementService management;
  private final JdbcClient jdbc;
  private final Clock clock;

  /**
   * Somebody of the team and the load.
   *
   * @param absent until when the person is away, or that she or he has left; null for whoever is there
   */
  record Member(String id, String name, String role, int open, int overdue, String absent) {
  }

  /**
   * An open task.
   *
   * @param holder user id; null for one that waits
   * @param holderName name of whoever has it, or the posts that it waits for
   * @param phase where its time has got to; null without a deadline
   */
  record Row(String taskId, String caseNumber, String process, String step, String customer, String due, Phase phase, String holder, String holderName, String onBehalfOf, int priority) {
  }

  /** Everybody with the load, the most burdened first. */
  List<Member> members(Supervisor supervisor) {
    Map<String, List<Load>> load = system.look(() -> loads(supervisor.people().keySet())).stream().collect(groupingBy(Load::person));
    Set<String> paused = paused(load.values().stream().flatMap(List::stream).filter(this::isLate).map(Load::taskId).toList());
    Map<String, String> away = absent.now();
    return supervisor.people().values().stream().map(one -> {
      List<Load> has = load.getOrDefault(one.id(), List.of());
      return new Member(one.id(), one.name(), one.role(), has.size(), (int) has.stream().filter(this::isLate).filter(task -> !paused.contains(task.taskId())).count(), away.get(one.id()));
    }).sorted((one, other) -> one.overdue() != other.overdue() ? other.overdue() - one.overdue() : other.open() - one.open()).toList();
  }

  private record Load(String taskId, String person, Instant due) {
  }

  private boolean isLate(Load task) {
    return task.due() != null && task.due().isBefore(clock.instant());
  }

  private List<Load> loads(Collection<String> people) {
    return jdbc.sql("select T.ID_, T.ASSIGNEE_, T.DUE_DATE_ from " + table() + " T where T.ASSIGNEE_ in (:people) and T.SUSPENSION_STATE_ = 1").param("people", orNobody(people))
        .query((row, number) -> new Load(row.getString(1), row.getString(2), row.getTimestamp(3) == null ? null : row.getTimestamp(3).toInstant())).list();
  }

  /** A clock that stands still is not overdue, whatever the date. */
  private Set<String> paused(List<String> taskIds) {
    return taskIds.isEmpty() ? Set.of() : deadlines.standing(taskIds).entrySet().stream().filter(one -> one.getValue().phase() == Phase.PAUSED).map(Map.Entry::getKey).collect(toSet());
  }

  /**
   * The queue: overdue first, then by deadline, what has none last.
   *
   * @param person only what this one has; null for all
   * @param waiting only what nobody has
   */
  List<Row> rows(Supervisor supervisor, String person, boolean waiting, int page) {
    return system.look(() -> {
      List<String> ids = ids(supervisor, person, waiting, page);
      if (ids.isEmpty()) {
        return List.<Row>of();
      }
      Map<String, Task> found = tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list().stream().collect(toMap(Task::getId, Function.identity()));
      Facts facts = facts(found.values());
      return ids.stream().map(found::get).filter(Objects::nonNull).map(task -> row(task, facts)).toList();
    });
  }

  private List<String> ids(Supervisor supervisor, String person, boolean waiting, int page) {
    String links = "exists (select 1 from " + management.getTableName(IdentityLinkEntity.class)
        + " L where L.TASK_ID_ = T.ID_ and L.TYPE_ = 'candidate' and (L.GROUP_ID_ in (:roles) or L.USER_ID_ in (:people)))";
    String which = waiting ? "T.ASSIGNEE_ is null and " + links : person != null ? "T.ASSIGNEE_ = :person" : "(T.ASSIGNEE_ in (:people) or T.ASSIGNEE_ is null and " + links + ")";
    return jdbc.sql("select T.ID_ from " + table() + " T where T.SUSPENSION_STATE_ = 1 and T.PROC_INST_ID_ is not null and " + which
            + " order by case when T.DUE_DATE_ is null then 1 else 0 end, T.DUE_DATE_, T.PRIORITY_ desc, T.CREATE_TIME_, T.ID_ limit " + MOST + " offset " + (long) MOST * page)
        .param("roles", orNobody(supervisor.roles())).param("people", orNobody(supervisor.people().keySet())).param("person", person).query(String.class).list();
  }

  private record Facts(Map<String, ProcessInstance> cases, Map<String, String> customers, Map<String, String> processes, Map<String, Standing> standing, Map<String, String> names) {
  }

  private Facts facts(Collection<Task> found) {
    Map<String, ProcessInstance> cases = runtime.createProcessInstanceQuery().processInstanceIds(found.stream().map(Task::getProcessInstanceId).collect(toSet())).list().stream()
        .collect(toMap(ProcessInstance::getId, Function.identity()));
    String[] scopes = cases.values().stream().flatMap(one -> Stream.of(one.getId(), one.getRootProcessInstanceId())).distinct().toArray(String[]::new);
    Map<String, String> customers = runtime.createVariableInstanceQuery().variableScopeIdIn(scopes).variableName(CaseVariables.CUSTOMER_NAME).list().stream()
        .filter(variable -> variable.getValue() != null).collect(toMap(VariableInstance::getProcessInstanceId, variable -> variable.getValue().toString(), (one, other) -> one));
    Map<String, String> processes = found.stream().map(Task::getProcessDefinitionId).distinct().map(repository::getProcessDefinition)
        .collect(toMap(ProcessDefinition::getId, one -> oneLine(Objects.requireNonNullElse(one.getName(), one.getKey()))));
    Map<String, String> names = new HashMap<>();
    found.forEach(task -> Stream.of(task.getAssignee(), task.getOwner()).filter(Objects::nonNull).forEach(id -> names.computeIfAbsent(id, colleagues::nameOf)));
    return new Facts(cases, customers, processes, deadlines.standing(found.stream().map(Task::getId).toList()), names);
  }

  private Row row(Task task, Facts facts) {
    ProcessInstance one = facts.cases().get(task.getProcessInstanceId());
    Instant due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
    Standing standing = facts.standing().get(task.getId());
    Phase phase = standing != null ? standing.phase() : due == null ? null : due.isBefore(clock.instant()) ? Phase.OVERDUE : Phase.RUNNING;
    String customer = one == null ? null : facts.customers().getOrDefault(one.getId(), facts.customers().get(one.getRootProcessInstanceId()));
    boolean acts = task.getOwner() != null && task.getAssignee() != null && !task.getOwner().equals(task.getAssignee());
    return new Row(task.getId(), one == null ? null : one.getBusinessKey(), facts.processes().get(task.getProcessDefinitionId()), oneLine(Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey())),
        customer, due == null ? null : SHOWN.format(due.atZone(clock.getZone())), phase, task.getAssignee(), task.getAssignee() == null ? posts(task) : facts.names().get(task.getAssignee()),
        acts ? facts.names().get(task.getOwner()) : null, task.getPriority());
  }

  private String posts(Task task) {
    return colleagues.labels(tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).distinct().toList());
  }

  /** A list in a statement has one name at least. */
  private static Collection<String> orNobody(Collection<String> ids) {
    return ids.isEmpty() ? Set.of(NOBODY) : ids;
  }

  private String table() {
    return management.getTableName(Task.class);
  }

  private static String oneLine(String name) {
    return name.replaceAll("\\s+", " ");
  }
}
