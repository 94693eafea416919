package dev.kefu.engine.gate;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.kefu.engine.CaseAccess;
import dev.kefu.engine.CaseVariables;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Service;

/** Reads tasks, starter and history rights from the engine. */
@Service
@RequiredArgsConstructor
class EngineCaseAccess implements CaseAccess {

  private final TrustedDoor door;
  private final TaskForms forms;
  private final IdentityService identityService;
  private final HistoryService historyService;
  private final TaskService taskService;
  private final AuthorizationService authorizationService;
  private final RepositoryService repositoryService;

  @Override
  public Optional<CaseInSight> ofTask(String taskId) {
    Person person = Person.current(identityService);
    return door.run(() -> {
      CommandContext context = Context.getCommandContext();
      TaskEntity task = context.getTaskManager().findTaskById(taskId);
      String caseNumber = task == null || task.getExecution() == null ? null : task.getExecution().getProcessBusinessKey();
      return caseNumber == null ? Optional.<CaseInSight>empty() : Optional.of(sight(caseNumber, task, person, context));
    }).map(sight -> withHistoryRight(sight, person));
  }

  @Override
  public Optional<CaseInSight> ofCase(String caseNumber) {
    Person person = Person.current(identityService);
    return door.run(() -> root(caseNumber).map(root -> sight(root, person, Context.getCommandContext())))
        .map(sight -> withHistoryRight(sight, person));
  }

  private CaseInSight sight(String caseNumber, TaskEntity task, Person person, CommandContext context) {
    List<AskedFile> asked = forms.boundTo(task, context).stream().flatMap(TaskForms::asked).toList();
    Work work = person != null && TaskWorkers.include(task, person) ? new Work(task.getId(), task.getTaskDefinitionKey()) : null;
    boolean mayAdd = work != null || workIn(caseNumber, person, context).isPresent() || isStarter(caseNumber, person, true);
    return new CaseInSight(caseNumber, task.getProcessInstanceId(), work, asked, mayAdd, mayAdd);
  }

  private CaseInSight sight(HistoricProcessInstance root, Person person, CommandContext context) {
    String caseNumber = root.getBusinessKey();
    Optional<TaskEntity> work = workIn(caseNumber, person, context);
    boolean mayAdd = work.isPresent() || isStarter(caseNumber, person, true);
    return new CaseInSight(caseNumber, work.map(TaskEntity::getProcessInstanceId).orElse(root.getId()),
        work.map(task -> new Work(task.getId(), task.getTaskDefinitionKey())).orElse(null), List.of(), mayAdd || isStarter(caseNumber, person, false), mayAdd);
  }

  /** The engine's own rights say who reads the history of a process; asked outside of the door. */
  private CaseInSight withHistoryRight(CaseInSight sight, Person person) {
    boolean mayRead = sight.mayRead() || person != null && query(sight.caseNumber()).count() > 0;
    return new CaseInSight(sight.caseNumber(), sight.processInstanceId(), sight.work(), sight.asked(), mayRead, sight.mayAdd());
  }

  private Optional<TaskEntity> workIn(String caseNumber, Person person, CommandContext context) {
    return person == null ? Optional.empty() : taskService.createTaskQuery().processInstanceBusinessKey(caseNumber).orderByTaskCreateTime().asc().list().stream()
        .map(task -> context.getTaskManager().findTaskById(task.getId())).filter(task -> TaskWorkers.include(task, person)).findFirst();
  }

  private boolean isStarter(String caseNumber, Person person, boolean running) {
    if (person == null) {
      return false;
    }
    HistoricProcessInstanceQuery own = query(caseNumber).rootProcessInstances().variableValueEquals(CaseVariables.STARTER, person.userId());
    return (running ? own.unfinished() : own).count() > 0;
  }

  private Optional<HistoricProcessInstance> root(String caseNumber) {
    return query(caseNumber).rootProcessInstances().listPage(0, 1).stream().findFirst();
  }

  private HistoricProcessInstanceQuery query(String caseNumber) {
    return historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber);
  }

  @Override
  public Set<String> readable(Collection<String> caseNumbers) {
    Person person = Person.current(identityService);
    if (person == null || caseNumbers.isEmpty()) {
      return Set.of();
    }
    String[] numbers = caseNumbers.toArray(String[]::new);
    Set<String> readable = new HashSet<>(door.run(() -> workedOnOrStarted(numbers, person)));
    historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKeyIn(numbers).unlimitedList().forEach(instance -> readable.add(instance.getBusinessKey()));
    return readable;
  }

  private Set<String> workedOnOrStarted(String[] numbers, Person person) {
    TaskQuery work = taskService.createTaskQuery().processInstanceBusinessKeyIn(numbers).or().taskAssignee(person.userId()).taskCandidateUser(person.userId());
    if (!person.groups().isEmpty()) {
      work.taskCandidateGroupIn(person.groups());
    }
    Set<String> instances = work.includeAssignedTasks().endOr().list().stream().map(Task::getProcessInstanceId).collect(toSet());
    Stream<HistoricProcessInstance> worked = instances.isEmpty() ? Stream.of() : historyService.createHistoricProcessInstanceQuery().processInstanceIds(instances).list().stream();
    return Stream.concat(worked, historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKeyIn(numbers).rootProcessInstances()
        .variableValueEquals(CaseVariables.STARTER, person.userId()).list().stream()).map(HistoricProcessInstance::getBusinessKey).collect(toSet());
  }

  @Override
  public boolean mayReadPast(String starter, Collection<String> processKeys) {
    Person person = Person.current(identityService);
    return person != null && (person.userId().equals(starter) || processKeys.stream()
        .anyMatch(key -> authorizationService.isUserAuthorized(person.userId(), person.groups(), Permissions.READ_HISTORY, Resources.PROCESS_DEFINITION, key)));
  }

  @Override
  public List<AskedFile> kindsOf(String caseNumber) {
    return door.run(() -> query(caseNumber).list().stream().map(HistoricProcessInstance::getProcessDefinitionId).distinct()
        .map(definition -> repositoryService.getProcessDefinition(definition).getDeploymentId()).distinct()
        .flatMap(deployment -> forms.attachments(deployment, Context.getCommandContext()).stream()).toList());
  }

  @Override
  public Map<String, String> elementNames(String processInstanceId) {
    return door.run(() -> historyService.createHistoricProcessInstanceQuery().processInstanceId(processInstanceId).list().stream()
        .flatMap(instance -> repositoryService.getBpmnModelInstance(instance.getProcessDefinitionId()).getModelElementsByType(FlowNode.class).stream())
        .filter(node -> node.getName() != null).collect(toMap(FlowNode::getId, node -> node.getName().replaceAll("\\s+", " "))));
  }

  @Override
  public boolean holds(String taskId) {
    Person person = Person.current(identityService);
    return person != null && door.run(() -> {
      TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
      return task != null && (task.getAssignee() == null ? TaskWorkers.include(task, person) : task.getAssignee().equals(person.userId()));
    });
  }

  @Override
  public boolean mayRepair() {
    Person person = Person.current(identityService);
    return person != null && person.mayRepair();
  }

  @Override
  public Map<String, String> namesOf(Collection<String> userIds) {
    String[] ids = userIds.stream().distinct().toArray(String[]::new);
    return ids.length == 0 ? Map.of() : door.run(() -> identityService.createUserQuery().userIdIn(ids).listPage(0, ids.length).stream()
        .collect(toMap(User::getId, user -> (user.getFirstName() + " " + user.getLastName()).strip())));
  }
}
