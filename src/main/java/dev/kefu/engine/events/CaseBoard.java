package dev.kefu.engine.events;

import static dev.kefu.engine.CaseVariables.CUSTOMER_NAME;
import static dev.kefu.engine.CaseVariables.OWNER;
import static dev.kefu.engine.CaseVariables.STARTER;

import dev.kefu.engine.RelatedCases;
import dev.kefu.engine.RelatedCases.RelatedCase;
import dev.kefu.engine.gate.TrustedDoor;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;

/** Shows people their running cases, and what they may tell one of them now. */
@Service
@RequiredArgsConstructor
class CaseBoard {

  private static final int MOST = 50;
  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final TrustedDoor door;
  private final CaseEventService events;
  private final CaseMending mending;
  private final CaseRights rights;
  private final RuntimeService runtimeService;
  private final HistoryService historyService;
  private final TaskService taskService;
  private final RepositoryService repositoryService;
  private final List<RelatedCases> registers;
  private final Clock clock;

  /**
   * A running case.
   *
   * @param caseNumber its number
   * @param procedure the process's name
   * @param customer null while the case knows none
   * @param standsAt names of the open steps
   * @param due the first deadline, ready to be read; null when there is none
   * @param actions what the person may tell it; null in a list
   * @param related cases that belong to it; null in a list, empty for whoever may not see the case
   */
  record CaseInView(String caseNumber, String procedure, String customer, String standsAt, String due, List<Action> actions, List<RelatedCase> related) {
  }

  /**
   * Something that a person may tell a case.
   *
   * @param kind {@code event}, {@code correction} or {@code cancellation}
   * @param id the event's message, the root of the form to be corrected; null for a cancellation
   * @param title what people call it
   * @param form whether a form belongs to it
   * @param unavailable why it is not possible now; null when it is
   */
  record Action(String kind, String id, String title, boolean form, String unavailable) {
  }

  /** Running cases that the person started, is in charge of, or has a task of; the newest numbers first, 50 at most. */
  List<CaseInView> mine(Authentication person) {
    return door.run(() -> {
      Map<String, ProcessInstance> cases = new TreeMap<>(Comparator.reverseOrder());
      List<ProcessInstance> found = new ArrayList<>(newestWith(STARTER, person.getUserId()));
      found.addAll(newestWith(OWNER, person.getUserId()));
      taskService.createTaskQuery().taskAssignee(person.getUserId()).listPage(0, MOST).stream().map(Task::getProcessInstanceId).filter(Objects::nonNull)
          .map(id -> runtimeService.createProcessInstanceQuery().processInstanceId(id).singleResult()).filter(Objects::nonNull)
          .map(instance -> roots().processInstanceId(instance.getRootProcessInstanceId()).singleResult()).filter(Objects::nonNull).forEach(found::add);
      found.stream().filter(instance -> instance.getBusinessKey() != null).forEach(instance -> cases.put(instance.getBusinessKey(), instance));
      return cases.values().stream().limit(MOST).map(instance -> inView(instance, null, null)).toList();
    });
  }

  /**
   * One case with what the person may tell it.
   *
   * @throws EventProblem 404 unknown or not to be seen, 409 ended
   */
  CaseInView one(String caseNumber, Authentication person) {
    return door.run(() -> {
      List<Action> actions = new ArrayList<>();
      ProcessInstance root = rights.running(caseNumber).orElse(null);
      if (root != null) {
        events.reportable(caseNumber, person).forEach(event -> actions.add(new Action("event", event.message(), event.title(), event.form() != null,
            event.isTooLate() ? EventProblem.tooLateText(event.title(), event.closedBy()) : null)));
      }
      if (actions.isEmpty() || rights.maySee(root, person)) {
        mending.correctable(caseNumber, person).forEach(form -> actions.add(new Action("correction", form.root(),
            form.title() + " · " + at(form.at()), true, form.blocked())));
      }
      if (mending.mayCancel(caseNumber, person)) {
        actions.add(new Action("cancellation", null, "Cancel case 取消案件", false, null));
      }
      List<RelatedCase> related = rights.maySee(root, person) ? registers.stream().flatMap(register -> register.of(caseNumber).stream()).toList() : List.of();
      return inView(root, actions, related);
    });
  }

  /** The case of a task; the same as {@link #one}. */
  CaseInView ofTask(String taskId, Authentication person) {
    String caseNumber = door.run(() -> {
      Task task = taskService.createTaskQuery().taskId(taskId).singleResult();
      return task == null || task.getProcessInstanceId() == null ? null
          : runtimeService.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey();
    });
    return one(caseNumber, person);
  }

  /** The history alone knows when a case began. */
  private List<ProcessInstance> newestWith(String variable, String userId) {
    Set<String> newest = historyService.createHistoricProcessInstanceQuery().rootProcessInstances().unfinished().variableValueEquals(variable, userId).orderByProcessInstanceStartTime().desc()
        .orderByProcessInstanceBusinessKey().desc().listPage(0, MOST).stream().map(HistoricProcessInstance::getId).collect(Collectors.toSet());
    return newest.isEmpty() ? List.of() : roots().processInstanceIds(newest).listPage(0, MOST);
  }

  private ProcessInstanceQuery roots() {
    return runtimeService.createProcessInstanceQuery().rootProcessInstances().active();
  }

  private CaseInView inView(ProcessInstance root, List<Action> actions, List<RelatedCase> related) {
    ProcessDefinition definition = repositoryService.getProcessDefinition(root.getProcessDefinitionId());
    List<Task> open = taskService.createTaskQuery().processInstanceBusinessKey(root.getBusinessKey()).list();
    Date due = open.stream().map(Task::getDueDate).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    return new CaseInView(root.getBusinessKey(), definition.getName() == null ? definition.getKey() : definition.getName(),
        (String) runtimeService.getVariable(root.getId(), CUSTOMER_NAME),
        open.stream().map(Task::getName).filter(Objects::nonNull).map(name -> name.replaceAll("\\s+", " ")).distinct().collect(Collectors.joining(", ")),
        at(due), actions, related);
  }

  private String at(Date date) {
    return date == null ? null : AT.format(date.toInstant().atZone(clock.getZone()));
  }
}
