package dev.kefu.tasklist.cards;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.kefu.deadline.Deadlines;
import dev.kefu.deadline.Deadlines.Phase;
import dev.kefu.deadline.Deadlines.Standing;
import dev.kefu.engine.ActingFor;
import dev.kefu.engine.CaseAccess;
import dev.kefu.engine.CaseVariables;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the cards of many tasks with a fixed number of queries. */
@Service
@RequiredArgsConstructor
class TaskCards {

  private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final TaskService taskService;
  private final RuntimeService runtimeService;
  private final ProcessEngineConfigurationImpl engine;
  private final Deadlines deadlines;
  private final IdentityService identityService;
  private final ActingFor actingFor;
  private final CaseAccess access;
  private final Clock clock;

  /** The cards of those tasks that the caller may read; the others are left out. */
  @Transactional(readOnly = true)
  List<TaskCard> of(Collection<String> taskIds) {
    return cardsOf(taskService.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).listPage(0, taskIds.size()));
  }

  private List<TaskCard> cardsOf(List<Task> readable) {
    if (readable.isEmpty()) {
      return List.of();
    }
    Map<String, String> behalf = onBehalfOf(readable);
    // Who may read a task may read its card, although not the variables of the case.
    return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(() -> cards(readable, behalf)));
  }

  /** Whoever has the task for somebody else is its assignee; the reader may also be able to take it for somebody. */
  private Map<String, String> onBehalfOf(List<Task> tasks) {
    String reader = Optional.ofNullable(identityService.getCurrentAuthentication()).map(Authentication::getUserId).orElse(null);
    Map<String, String> persons = new HashMap<>(actingFor.personsFor(tasks.stream().filter(task -> task.getAssignee() == null).map(Task::getId).toList(), reader));
    tasks.stream().filter(task -> task.getOwner() != null && task.getAssignee() != null && !task.getOwner().equals(task.getAssignee())).forEach(task -> persons.put(task.getId(), task.getOwner()));
    Map<String, String> names = access.namesOf(persons.values());
    persons.replaceAll((task, person) -> names.getOrDefault(person, person));
    return persons;
  }

  private List<TaskCard> cards(List<Task> tasks, Map<String, String> behalf) {
    Map<String, ProcessInstance> cases = runtimeService.createProcessInstanceQuery()
        .processInstanceIds(tasks.stream().map(Task::getProcessInstanceId).collect(toSet())).listPage(0, tasks.size()).stream()
        .collect(toMap(ProcessInstance::getId, Function.identity()));
    Map<String, Map<String, Object>> customers = customersOf(cases.values());
    Map<String, Standing> standing = deadlines.standing(tasks.stream().map(Task::getId).toList());
    return tasks.stream().map(task -> card(task, cases.get(task.getProcessInstanceId()), customers, standing.getOrDefault(task.getId(), withoutClock(task)), behalf.get(task.getId()))).toList();
  }

  private Map<String, Map<String, Object>> customersOf(Collection<ProcessInstance> cases) {
    String[] scopes = cases.stream().flatMap(one -> Stream.of(one.getId(), one.getRootProcessInstanceId()))
        .filter(Objects::nonNull).distinct().toArray(String[]::new);
    return runtimeService.createVariableInstanceQuery().variableScopeIdIn(scopes)
        .variableNameIn(CaseVariables.CUSTOMER_NAME, CaseVariables.CUSTOMER_GRADE).listPage(0, 2 * scopes.length).stream()
        .filter(variable -> variable.getValue() != null)
        .collect(groupingBy(VariableInstance::getProcessInstanceId, toMap(VariableInstance::getName, VariableInstance::getValue)));
  }

  /** A due date that somebody set by hand. */
  private Standing withoutClock(Task task) {
    Date due = task.getDueDate();
    return new Standing(due == null ? null : due.toInstant().isBefore(clock.instant()) ? Phase.OVERDUE : Phase.RUNNING, false, false);
  }

  private TaskCard card(Task task, ProcessInstance instance, Map<String, Map<String, Object>> customers, Standing standing, String onBehalfOf) {
    Date due = task.getDueDate();
    // A called process may not have been given the customer: its caller knows.
    Map<String, Object> customer = customers.getOrDefault(instance.getId(), customers.getOrDefault(instance.getRootProcessInstanceId(), Map.of()));
    return new TaskCard(task.getId(), instance.getBusinessKey(),
        (String) customer.get(CaseVariables.CUSTOMER_NAME), (String) customer.get(CaseVariables.CUSTOMER_GRADE),
        due == null ? null : DUE.format(due.toInstant().atZone(clock.getZone())),
        standing.phase(), onBehalfOf, standing.escalated(), standing.handedOver());
  }
}
