package dev.kefu.engine.records;

import static java.util.stream.Collectors.toMap;

import dev.kefu.engine.CaseAccess;
import dev.kefu.engine.CaseRecord;
import dev.kefu.engine.CaseRecord.Act;
import dev.kefu.engine.CaseRecord.HandedIn;
import dev.kefu.engine.CaseRecord.Part;
import dev.kefu.engine.CaseRecord.Step;
import dev.kefu.engine.CaseRecords;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.RegisterFacts;
import dev.kefu.engine.gate.PlainValues;
import dev.kefu.engine.gate.TrustedDoor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Puts the record of a case together, part by part. */
@Service
@RequiredArgsConstructor
class EngineCaseRecords implements CaseRecords {

  private static final String END = "endEvent_";
  private static final String CANCELLED = "cancelled";

  private final TrustedDoor door;
  private final CaseAccess access;
  private final HistoryService historyService;
  private final RepositoryService repositoryService;
  private final TaskService taskService;
  private final PastForms pastForms;
  private final PastDecisions pastDecisions;
  private final ObjectProvider<RegisterFacts<?>> registers;

  @Override
  public Optional<CaseRecord> of(String caseNumber) {
    return door.run(() -> {
      List<HistoricProcessInstance> instances = historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
          .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime).thenComparing(instance -> instance.getSuperProcessInstanceId() != null)).toList();
      return instances.stream().filter(instance -> instance.getSuperProcessInstanceId() == null).findFirst().map(root -> record(root, instances));
    });
  }

  private CaseRecord record(HistoricProcessInstance root, List<HistoricProcessInstance> instances) {
    List<Part> parts = new ArrayList<>();
    List<HandedIn> forms = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    List<Act> acts = new ArrayList<>();
    List<CaseRecord.Decision> decisions = new ArrayList<>();
    for (HistoricProcessInstance instance : instances) {
      PastInstance past = past(instance);
      parts.add(part(past));
      forms.addAll(pastForms.of(past));
      past.activities().stream().filter(EngineCaseRecords::isTold).map(activity -> step(activity, past)).forEach(steps::add);
      acts.addAll(acts(past));
      decisions.addAll(pastDecisions.of(instance.getId()));
    }
    forms.sort(Comparator.comparing(HandedIn::at));
    steps.sort(Comparator.comparing(Step::startedAt));
    acts.sort(Comparator.comparing(Act::at));
    decisions.sort(Comparator.comparing(CaseRecord.Decision::at));
    Part main = parts.stream().filter(part -> part.id().equals(root.getId())).findFirst().orElseThrow();
    String starter = (String) main.facts().get(CaseVariables.STARTER);
    Map<String, Map<String, Object>> known = known(root.getBusinessKey());
    return new CaseRecord(root.getBusinessKey(), main.processKey(), main.name(), starter, main.startedAt(), main.endedAt(), main.outcome(),
        parts, forms, steps, acts, decisions, known, people(starter, parts, forms, steps, acts));
  }

  private Map<String, Map<String, Object>> known(String caseNumber) {
    Map<String, Map<String, Object>> known = new TreeMap<>();
    registers.orderedStream().forEach(register -> {
      Map<String, Object> facts = new LinkedHashMap<>(register.of(caseNumber));
      facts.values().removeIf(Objects::isNull);
      if (!facts.isEmpty()) {
        known.put(register.register(), facts);
      }
    });
    return known;
  }

  private PastInstance past(HistoricProcessInstance instance) {
    String id = instance.getId();
    Map<String, HistoricTaskInstance> tasks = historyService.createHistoricTaskInstanceQuery().processInstanceId(id).list().stream()
        .collect(toMap(HistoricTaskInstance::getId, Function.identity()));
    List<HistoricActivityInstance> activities = historyService.createHistoricActivityInstanceQuery().processInstanceId(id)
        .orderByHistoricActivityInstanceStartTime().asc().orderPartiallyByOccurrence().asc().list();
    List<HistoricVariableInstance> variables = historyService.createHistoricVariableInstanceQuery().processInstanceId(id)
        .disableCustomObjectDeserialization().list();
    return new PastInstance(instance, repositoryService.getProcessDefinition(instance.getProcessDefinitionId()), tasks, activities, variables);
  }

  private static Part part(PastInstance past) {
    HistoricProcessInstance instance = past.instance();
    ProcessDefinition definition = past.definition();
    return new Part(instance.getId(), instance.getSuperProcessInstanceId(), definition.getKey(),
        definition.getName() == null ? definition.getKey() : definition.getName().replaceAll("\\s+", " "), definition.getVersion(),
        definition.getVersionTag(), at(instance.getStartTime()), at(instance.getEndTime()), instance.getEndTime() == null ? null : outcome(past), facts(past));
  }

  /** The end event that was reached last; a case that was ended from outside reached none. */
  private static String outcome(PastInstance past) {
    String reached = past.instance().getEndActivityId();
    if (past.instance().getDeleteReason() != null && (reached == null || !reached.startsWith(END))) {
      return CANCELLED;
    }
    return past.activities().stream().filter(activity -> activity.getActivityType().endsWith("EndEvent") && activity.getEndTime() != null)
        .max(Comparator.comparing(HistoricActivityInstance::getEndTime)).map(end -> end.getActivityId().replaceFirst("^" + END, "")).orElse(CANCELLED);
  }

  private static Map<String, Object> facts(PastInstance past) {
    Map<String, Object> facts = new TreeMap<>();
    past.variables().stream().filter(variable -> past.instance().getId().equals(variable.getActivityInstanceId())).forEach(variable -> {
      Object value = PlainValues.storedValue(variable.getTypedValue());
      if (value instanceof String || value instanceof Number || value instanceof Boolean) {
        facts.put(variable.getName(), value);
      }
    });
    return facts;
  }

  /** Gateways say nothing that the steps behind them do not say. */
  private static boolean isTold(HistoricActivityInstance activity) {
    return !activity.getActivityType().endsWith("Gateway") && !activity.getActivityType().endsWith("multiInstanceBody");
  }

  private static Step step(HistoricActivityInstance activity, PastInstance past) {
    HistoricTaskInstance task = past.tasks().get(activity.getTaskId());
    return new Step(past.instance().getId(), activity.getActivityId(), past.title(activity.getActivityId(), activity.getActivityName()), activity.getActivityType(),
        at(activity.getStartTime()), at(activity.getEndTime()), activity.isCanceled(), task == null ? null : task.getAssignee(), PastInstance.onBehalfOf(task),
        activity.getCalledProcessInstanceId());
  }

  private List<Act> acts(PastInstance past) {
    String id = past.instance().getId();
    Stream<Act> operations = historyService.createUserOperationLogQuery().processInstanceId(id).list().stream()
        .filter(entry -> entry.getUserId() != null && entry.getTaskId() != null && entry.getNewValue() != null)
        .filter(entry -> !entry.getOperationType().equals(UserOperationLogEntry.OPERATION_TYPE_COMPLETE))
        .map(entry -> new Act(at(entry.getTimestamp()), entry.getOperationType(), entry.getUserId(),
            Optional.ofNullable(past.tasks().get(entry.getTaskId())).map(HistoricTaskInstance::getTaskDefinitionKey).orElse(null),
            entry.getProperty() + ": " + entry.getNewValue()));
    Stream<Act> comments = taskService.getProcessInstanceComments(id).stream()
        .map(comment -> new Act(at(comment.getTime()), "Comment", comment.getUserId(),
            Optional.ofNullable(past.tasks().get(comment.getTaskId())).map(HistoricTaskInstance::getTaskDefinitionKey).orElse(null), comment.getFullMessage()));
    return Stream.concat(operations, comments).toList();
  }

  /** Also those whom a fact names, such as the handler. */
  private Map<String, String> people(String starter, List<Part> parts, List<HandedIn> forms, List<Step> steps, List<Act> acts) {
    Stream<String> facts = parts.stream().flatMap(part -> Stream.of("handler", CaseVariables.OWNER, "drafter").map(part.facts()::get))
        .filter(String.class::isInstance).map(String.class::cast);
    List<String> ids = Stream.of(Stream.of(starter), facts, forms.stream().flatMap(form -> Stream.of(form.by(), form.onBehalfOf())),
            steps.stream().flatMap(step -> Stream.of(step.by(), step.onBehalfOf())), acts.stream().map(Act::by))
        .flatMap(Function.identity()).filter(Objects::nonNull).distinct().toList();
    return new TreeMap<>(access.namesOf(ids));
  }

  static Instant at(Date date) {
    return date == null ? null : date.toInstant();
  }
}
