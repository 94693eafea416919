package dev.kefu.engine.records;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.kefu.engine.CaseAccess;
import dev.kefu.engine.CaseStory;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.ModelProperties;
import dev.kefu.engine.ShownField;
import dev.kefu.engine.form.FormDefinition;
import dev.kefu.engine.form.ShownForm;
import dev.kefu.engine.gate.ModelElements;
import dev.kefu.engine.gate.TaskForms;
import dev.kefu.engine.gate.TrustedDoor;
import dev.kefu.engine.records.CaseTables.Correction;
import dev.kefu.engine.records.CaseTables.Step;
import dev.kefu.engine.records.CaseTables.Stored;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Service;

/** Tells what the history knows of a case. A deployed model never changes, so what it calls its forms is read once. */
@Service
@RequiredArgsConstructor
class EngineCaseStory implements CaseStory {

  /** A customer with more open cases sees to it that the newest ones are on the list. */
  private static final int MOST_OF_ONE_CUSTOMER = 200;
  private static final Set<String> TASKS = Set.of("userTask", "receiveTask");

  private final TrustedDoor door;
  private final CaseAccess access;
  private final CaseTables tables;
  private final TaskForms forms;
  private final HistoryService historyService;
  private final RuntimeService runtimeService;
  private final TaskService taskService;
  private final RepositoryService repositoryService;
  private final Clock clock;

  private final Map<String, Map<String, String>> formTitles = new ConcurrentHashMap<>();

  /** The process instances of a case, its own apart. */
  private record Parts(HistoricProcessInstance root, Map<String, HistoricProcessInstance> all) {
  }

  @Override
  public Optional<Known> known(String caseNumber) {
    return door.run(() -> parts(caseNumber).map(this::known));
  }

  private Optional<Parts> parts(String caseNumber) {
    Map<String, HistoricProcessInstance> all = historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
        .collect(toMap(HistoricProcessInstance::getId, Function.identity()));
    return all.values().stream().filter(instance -> instance.getSuperProcessInstanceId() == null).findFirst().map(root -> new Parts(root, all));
  }

  private Known known(Parts parts) {
    List<Stored> stored = tables.variables(parts.root().getId());
    String starter = text(stored, parts, CaseVariables.STARTER);
    return new Known(parts.root().getBusinessKey(), name(parts.root()), starter == null ? null : access.namesOf(List.of(starter)).getOrDefault(starter, starter),
        at(parts.root().getStartTime()), at(parts.root().getEndTime()), text(stored, parts, CaseVariables.CUSTOMER_CODE), text(stored, parts, CaseVariables.CUSTOMER_NAME),
        text(stored, parts, CaseVariables.CUSTOMER_GRADE), sheets(stored, parts));
  }

  /** Of the case itself, else of a part that knows it. */
  private static String text(List<Stored> stored, Parts parts, String name) {
    return stored.stream().filter(one -> one.name().equals(name) && one.value() instanceof String)
        .min(Comparator.comparing(one -> !one.instanceId().equals(parts.root().getId()))).map(one -> (String) one.value()).orElse(null);
  }

  private List<Sheet> sheets(List<Stored> stored, Parts parts) {
    Map<String, Map<String, Object>> variables = new HashMap<>();
    stored.forEach(one -> variables.computeIfAbsent(one.instanceId(), id -> new HashMap<>()).put(one.name(), one.value()));
    List<Sheet> sheets = new ArrayList<>();
    for (Stored one : stored) {
      HistoricProcessInstance part = parts.all().get(one.instanceId());
      FormDefinition form = part == null || !(one.value() instanceof Map) ? null
          : forms.writers(definition(part).getDeploymentId(), Context.getCommandContext()).get(one.name());
      if (form != null) {
        Map<String, Object> then = new HashMap<>(variables.get(one.instanceId()));
        then.put(one.name(), one.value());
        List<Fact> facts = facts(ShownForm.of(form, then, clock).stream().filter(field -> field.path().startsWith(one.name() + ".")));
        if (!facts.isEmpty()) {
          sheets.add(new Sheet(formTitles(part).getOrDefault(form.id(), form.id()), partName(part, parts), facts));
        }
      }
    }
    return sheets;
  }

  /** A classified field is left out altogether, wherever it stands. */
  private static List<Fact> facts(Stream<ShownField> fields) {
    return fields.filter(field -> field.readers() == null).map(field -> field.rows() == null ? new Fact(field.label(), field.value(), null)
            : new Fact(field.label(), null, field.rows().stream().map(row -> facts(row.stream())).filter(row -> !row.isEmpty()).toList()))
        .filter(fact -> fact.value() != null || fact.rows() != null && !fact.rows().isEmpty()).toList();
  }

  private Map<String, String> formTitles(HistoricProcessInstance part) {
    return formTitles.computeIfAbsent(part.getProcessDefinitionId(), id -> {
      Map<String, String> titles = new HashMap<>();
      repositoryService.getBpmnModelInstance(id).getModelElementsByType(FlowNode.class).forEach(node -> {
        String form = node instanceof UserTask task ? task.getCamundaFormRef() : ModelElements.properties(node).get(ModelProperties.EVENT_FORM);
        if (form != null) {
          titles.putIfAbsent(form, ModelElements.title(node));
        }
      });
      return Map.copyOf(titles);
    });
  }

  @Override
  public Page<Event> path(String caseNumber, int page) {
    return door.run(() -> parts(caseNumber).map(parts -> path(parts, page)).orElseGet(() -> new Page<>(List.of(), page, PAGE, 0)));
  }

  private Page<Event> path(Parts parts, int page) {
    List<Step> steps = tables.steps(parts.root().getId(), page * PAGE, PAGE + 1);
    List<Correction> corrections = onPage(tables.corrections(parts.all().keySet()), steps, page);
    List<Step> shown = steps.stream().limit(PAGE).toList();
    Map<String, String> messengers = tables.messengers(shown.stream().filter(step -> step.by() == null && step.type().toLowerCase().contains("message")).map(Step::id).toList());
    String starter = startOf(shown).isPresent() ? parts.root().getStartUserId() : null;
    Map<String, String> names = access.namesOf(Stream.of(shown.stream().flatMap(step -> Stream.of(step.by(), step.owner())), messengers.values().stream(),
        corrections.stream().map(Correction::by), Stream.of(starter)).flatMap(Function.identity()).filter(Objects::nonNull).distinct().toList());
    Function<String, String> name = id -> id == null ? null : names.getOrDefault(id, id);
    List<Event> events = new ArrayList<>();
    corrections.forEach(correction -> events.add(new Event(stepName(correction, parts), partName(parts.all().get(correction.instanceId()), parts), Kind.CORRECTED, correction.at(),
        correction.at(), name.apply(correction.by()), null, correction.reason())));
    shown.stream().map(step -> event(step, parts, step.by() != null ? step.by() : messengers.getOrDefault(step.id(), isStart(step) ? starter : null), name)).forEach(events::add);
    // Stable: what happened in one moment stays in the order in which the engine did it, and a correction after what it corrects.
    events.sort(Comparator.comparing(Event::startedAt).reversed());
    return new Page<>(events, page, PAGE, tables.countSteps(parts.root().getId()));
  }

  /** A correction stands among the steps that were begun about then. */
  private static List<Correction> onPage(List<Correction> corrections, List<Step> steps, int page) {
    Instant until = page == 0 || steps.isEmpty() ? Instant.MAX : steps.get(0).startedAt();
    Instant from = steps.size() > PAGE ? steps.get(PAGE).startedAt() : Instant.MIN;
    return steps.isEmpty() ? List.of() : corrections.stream().filter(one -> one.at().isAfter(from) && !one.at().isAfter(until)).toList();
  }

  private static Optional<Step> startOf(List<Step> steps) {
    return steps.stream().filter(EngineCaseStory::isStart).findFirst();
  }

  private static boolean isStart(Step step) {
    return step.type().equals("startEvent");
  }

  private Event event(Step step, Parts parts, String by, Function<String, String> name) {
    boolean task = TASKS.contains(step.type());
    Kind kind = step.canceled() ? Kind.CANCELLED : step.endedAt() == null ? Kind.OPEN : task ? Kind.DONE : Kind.HAPPENED;
    return new Event(step.name() == null ? step.activityId() : oneLine(step.name()), partName(parts.all().get(step.instanceId()), parts), kind, step.startedAt(), step.endedAt(),
        name.apply(by), step.owner() == null || step.owner().equals(by) ? null : name.apply(step.owner()), null);
  }

  private String stepName(Correction correction, Parts parts) {
    return repositoryService.getBpmnModelInstance(parts.all().get(correction.instanceId()).getProcessDefinitionId()).getModelElementById(correction.activityId()) instanceof FlowNode node
        ? ModelElements.title(node) : correction.activityId();
  }

  @Override
  public Page<CaseLine> openCasesOf(String customerCode, int page) {
    List<ProcessInstance> all = door.run(() -> runtimeService.createProcessInstanceQuery().rootProcessInstances().variableValueEquals(CaseVariables.CUSTOMER_CODE, customerCode)
        .orderByBusinessKey().desc().listPage(0, MOST_OF_ONE_CUSTOMER));
    // The person's own rights count: asked outside of the door.
    Set<String> readable = access.readable(all.stream().map(ProcessInstance::getBusinessKey).filter(Objects::nonNull).toList());
    List<ProcessInstance> seen = all.stream().filter(one -> readable.contains(one.getBusinessKey())).toList();
    List<ProcessInstance> shown = seen.stream().skip((long) page * PAGE).limit(PAGE).toList();
    return new Page<>(shown.isEmpty() ? List.of() : door.run(() -> lines(historyService.createHistoricProcessInstanceQuery().processInstanceIds(shown.stream()
        .map(ProcessInstance::getId).collect(toSet())).orderByProcessInstanceBusinessKey().desc().list())), page, PAGE, seen.size());
  }

  @Override
  public Page<CaseLine> startedBy(String userId, int page) {
    return door.run(() -> {
      List<HistoricProcessInstance> shown = started(userId).orderByProcessInstanceStartTime().desc().orderByProcessInstanceId().desc().listPage(page * PAGE, PAGE);
      return new Page<>(shown.isEmpty() ? List.of() : lines(shown), page, PAGE, started(userId).count());
    });
  }

  @Override
  public boolean hasCompletedATask(String userId) {
    return door.run(() -> !historyService.createHistoricTaskInstanceQuery().taskAssignee(userId).finished().taskDeleteReason(TaskEntity.DELETE_REASON_COMPLETED).listPage(0, 1).isEmpty());
  }

  private HistoricProcessInstanceQuery started(String userId) {
    return historyService.createHistoricProcessInstanceQuery().rootProcessInstances().variableValueEquals(CaseVariables.STARTER, userId);
  }

  /** Works inside the trusted door only. */
  List<CaseLine> lines(List<HistoricProcessInstance> roots) {
    String[] numbers = roots.stream().map(HistoricProcessInstance::getBusinessKey).filter(Objects::nonNull).toArray(String[]::new);
    Map<String, String> caseOfPart = numbers.length == 0 ? Map.of() : historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKeyIn(numbers).unfinished().list().stream()
        .collect(toMap(HistoricProcessInstance::getId, HistoricProcessInstance::getBusinessKey));
    Map<String, List<Task>> open = numbers.length == 0 ? Map.of() : taskService.createTaskQuery().processInstanceBusinessKeyIn(numbers).orderByTaskCreateTime().asc().list().stream()
        .filter(task -> caseOfPart.containsKey(task.getProcessInstanceId())).collect(groupingBy(task -> caseOfPart.get(task.getProcessInstanceId())));
    return roots.stream().map(root -> {
      List<Task> own = open.getOrDefault(root.getBusinessKey(), List.of());
      return new CaseLine(root.getBusinessKey(), name(root), own.stream().map(Task::getName).filter(Objects::nonNull).map(EngineCaseStory::oneLine).distinct().collect(joining(", ")),
          at(root.getStartTime()), at(root.getEndTime()), own.stream().map(Task::getDueDate).filter(Objects::nonNull).min(Comparator.naturalOrder()).map(EngineCaseStory::at).orElse(null));
    }).toList();
  }

  private ProcessDefinition definition(HistoricProcessInstance instance) {
    return repositoryService.getProcessDefinition(instance.getProcessDefinitionId());
  }

  private String name(HistoricProcessInstance instance) {
    return instance.getProcessDefinitionName() == null ? instance.getProcessDefinitionKey() : oneLine(instance.getProcessDefinitionName());
  }

  private String partName(HistoricProcessInstance part, Parts parts) {
    return part == null || part.getId().equals(parts.root().getId()) ? null : name(part);
  }

  private static String oneLine(String name) {
    return name.replaceAll("\\s+", " ");
  }

  private static Instant at(Date date) {
    return date == null ? null : date.toInstant();
  }
}
