package dev.kefu.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.demo.KefuClient;
import dev.kefu.engine.CasesFromOutside;
import dev.kefu.engine.form.FormAnswers;
import dev.kefu.engine.form.FormDefinition;
import java.sql.SQLTransactionRollbackException;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Takes one case after another as far as it goes: does its open tasks as those who may, tells it what its kind tells, does its jobs, and puts it aside
 * until another day where nothing can be done on this one. Many threads share a worker.
 */
@RequiredArgsConstructor
final class Worker {

  private static final List<String> RECEIVERS = List.of("call-center-agent", "relationship-specialist", "complaint-specialist-2", "sales-manager", "after-sales-specialist");
  private static final List<String> CALLERS = List.of("relationship-specialist", "after-sales-specialist", "complaint-specialist", "key-account-specialist");
  /** A case that does more than this does not end. */
  private static final int MOST_STEPS = 250;
  private static final int MOST_REPETITIONS = 6;
  private static final int REFUSALS_A_DAY = 5;
  private static final int MOST_REFUSALS = 60;

  private final ProcessEngine engine;
  private final CasesFromOutside outside;
  private final KefuClient http;
  private final Clock clock;
  private final Kinds kinds;
  private final Steps steps;
  private final SimulatedDay day;
  private final Tally tally;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, List<String>> groups = new ConcurrentHashMap<>();

  /** A case that goes no further, and why. */
  static final class Stuck extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Stuck(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Takes a case to its end, or to the day on which it goes on. Whatever hinders it is an incident. */
  void work(Course course) {
    course.parkedUntil = null;
    try {
      if (course.instance == null) {
        start(course);
      }
      while (course.parkedUntil == null && step(course)) {
        day.step();
      }
      if (course.parkedUntil == null) {
        tally.ended(course);
      }
    } catch (RuntimeException e) {
      tally.incident(course, e, open(course).stream().map(Task::getTaskDefinitionKey).toList());
    }
  }

  private void start(Course course) {
    String process = course.kind.process();
    if (course.kind.startedBy() != null) {
      FormDefinition form = steps.form(definition(process), process + "-receive");
      Map<String, Object> reception = fill(course, form, Map.of());
      @SuppressWarnings("unchecked")
      Map<String, Object> data = (Map<String, Object>) reception.values().iterator().next();
      course.number = repeat(() -> outside.start(course.kind.startedBy(), data, new CasesFromOutside.Sender("web-shop", null, course.name)));
      course.instance = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(course.number).rootProcessInstances().singleResult().getId();
    } else {
      List<String> starters = "complaint-handling".equals(process) ? RECEIVERS : CALLERS;
      ProcessInstance started = repeat(() -> as(starters.get(course.random.nextInt(starters.size())), () -> engine.getRuntimeService().startProcessInstanceByKey(process)));
      course.number = started.getBusinessKey();
      course.instance = started.getId();
    }
    tally.started(course);
  }

  private String definition(String process) {
    return engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult().getId();
  }

  /** Does something; false when the case has ended. */
  private boolean step(Course course) {
    if (course.steps > MOST_STEPS) {
      throw new Stuck("It does not end", null);
    }
    List<Task> open = open(course);
    if (open.isEmpty()) {
      return jobs(course) || hasEnded(course);
    }
    Task task = open.get(course.random.nextInt(open.size()));
    if (course.kind.tells() != null && course.toldAt >= 0 && (course.kind.at() == null ? course.steps == course.toldAt : course.kind.at().equals(task.getTaskDefinitionKey()))) {
      course.toldAt = -1;
      tell(course);
      return true;
    }
    if (course.kind.late() > 0 && course.random.nextInt(5) == 0 && course.said.put("waited/" + task.getId(), Map.of()) == null) {
      park(course, 1 + course.random.nextInt(course.kind.late()));
      return true;
    }
    if (course.follower != null && "userTask_assign".equals(task.getTaskDefinitionKey())) {
      Course second = course.follower;
      course.follower = null;
      work(second);
      if (second.parkedUntil != null) {
        tally.park(second);
      }
      return true;
    }
    try {
      act(course, task);
    } catch (FormFieldValidationException | AuthorizationException refused) {
      again(course, task, refused);
    }
    return true;
  }

  /**
   * What a register refuses, for example because another case must come first, is answered otherwise, at last on another day. So is a step that everybody
   * who may take it is barred from (C6): once it is late, a superior has it too.
   */
  private void again(Course course, Task task, RuntimeException refused) {
    int times = course.refusals.merge(task.getId(), 1, Integer::sum);
    tally.corrected(task.getTaskDefinitionKey() + ": " + refused.getMessage());
    if (times > MOST_REFUSALS) {
      throw new Stuck("It is refused again and again", refused);
    }
    if (times % REFUSALS_A_DAY == 0) {
      // Longer each time: what it waits for may be a case that is late itself.
      park(course, times / REFUSALS_A_DAY);
    }
  }

  private List<Task> open(Course course) {
    var query = engine.getTaskService().createTaskQuery();
    return (course.number == null ? query.processInstanceId(course.instance) : query.processInstanceBusinessKey(course.number)).orderByTaskId().asc().list();
  }

  private boolean hasEnded(Course course) {
    if (engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(course.instance).count() > 0) {
      throw new Stuck("There is no task, no event and no timer", null);
    }
    return false;
  }

  /** Does the jobs of a case that are due, or waits for the day on which one is; false when there is none. */
  private boolean jobs(Course course) {
    List<ProcessInstance> parts = course.number == null ? List.of() : engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(course.number).list();
    List<Job> jobs = parts.stream().flatMap(part -> engine.getManagementService().createJobQuery().processInstanceId(part.getId()).list().stream()).toList();
    List<Job> due = jobs.stream().filter(job -> job.getDuedate() == null || !job.getDuedate().toInstant().isAfter(clock.instant())).toList();
    due.forEach(job -> {
      repeat(() -> {
        engine.getManagementService().executeJob(job.getId());
        return null;
      });
      course.note("job");
    });
    if (due.isEmpty() && !jobs.isEmpty()) {
      course.parkedUntil = jobs.stream().map(job -> job.getDuedate().toInstant()).min(Comparable::compareTo).orElseThrow();
    }
    return !jobs.isEmpty();
  }

  private void park(Course course, int days) {
    course.parkedUntil = day.day().plusDays(days).atTime(LocalTime.MIN).atZone(SimulatedDay.ZONE).toInstant();
  }

  /** Reports what the kind tells. A case that takes it no more goes its way. */
  private void tell(Course course) {
    FormDefinition form = steps.form(definition(course.kind.process()), course.kind.form());
    Object data = fill(course, form, Map.of()).values().iterator().next();
    try {
      http.post(steps.reporter(course.kind.process(), course.kind.tells()), "/api/cases/" + course.number + "/events/" + course.kind.tells(), data);
      course.note("told " + course.kind.tells());
    } catch (IllegalStateException refused) {
      if (!refused.getMessage().contains("409")) {
        throw refused;
      }
      course.note("told too late " + course.kind.tells());
    }
  }

  private void act(Course course, Task task) {
    Steps.Step step = steps.of(task);
    Map<String, Object> submission = fill(course, step.form(), facts(task, step.form()));
    if (step.message() != null && course.random.nextInt(3) == 0) {
      http.post(step.reporter(), "/api/cases/" + course.number + "/events/" + step.message(), submission.values().iterator().next());
    } else {
      submit(course, task, step.form(), submission);
    }
    course.note(task.getTaskDefinitionKey());
    submission.forEach((root, data) -> course.said.put(root, asMap(data)));
    if ("userTask_do".equals(task.getTaskDefinitionKey()) && "notReached".equals(asMap(submission.get("call")).get("outcome"))) {
      park(course, 1);
    }
  }

  private void submit(Course course, Task task, FormDefinition form, Map<String, Object> submission) {
    VariableMap variables = Variables.createVariables();
    submission.forEach((root, data) -> variables.putValueTyped(root, SpinValues.jsonValue(written(data)).create()));
    AuthorizationException refusal = null;
    for (String person : performers(course, task)) {
      try {
        form.attachments().stream().map(text -> text.attachment().orElseThrow()).filter(kind -> course.attached.add(kind))
            .forEach(kind -> http.attach(person, course.number, kind, kind + ".pdf", "%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"));
        repeat(() -> as(person, () -> {
          engine.getFormService().submitTaskForm(task.getId(), variables);
          return null;
        }));
        course.performers.add(person);
        return;
      } catch (AuthorizationException barred) {
        tally.refused();
        refusal = barred;
      }
    }
    throw refusal == null ? new Stuck("Nobody holds a post that may do " + task.getTaskDefinitionKey(), null) : refusal;
  }

  /** Whose the task is, else both demo users of each group that may take it, those first who have done nothing in this case (C6). */
  private List<String> performers(Course course, Task task) {
    if (task.getAssignee() != null) {
      return List.of(task.getAssignee());
    }
    List<String> persons = new ArrayList<>();
    for (String group : new TreeSet<>(engine.getTaskService().getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).toList())) {
      persons.add(group);
      persons.add(group + "-2");
    }
    Collections.shuffle(persons, course.random);
    persons.sort((one, other) -> Boolean.compare(course.performers.contains(one), course.performers.contains(other)));
    return persons;
  }

  private Map<String, Object> facts(Task task, FormDefinition form) {
    Set<String> names = new TreeSet<>(Answers.FACTS);
    form.readPaths().forEach(path -> names.add(path.split("\\.")[0]));
    names.removeAll(form.roots());
    Map<String, Object> facts = new HashMap<>();
    VariableMap variables = engine.getTaskService().getVariablesTyped(task.getId(), false);
    names.stream().filter(variables::containsKey).forEach(name -> {
      Object value = variables.getValueTyped(name).getValue();
      facts.put(name, value instanceof SpinJsonNode node ? json.convertValue(node.unwrap(), Object.class) : value);
    });
    return facts;
  }

  private Map<String, Object> fill(Course course, FormDefinition form, Map<String, Object> facts) {
    return FormAnswers.fill(form, facts, clock, new Answers(kinds, course, facts, day.now())::to);
  }

  /** Once more when another case held a row at that moment, as a person would press the button again. */
  private <T> T repeat(Supplier<T> action) {
    for (int repetition = 1;; repetition++) {
      try {
        return action.get();
      } catch (ProcessEngineException | ConcurrencyFailureException failed) {
        if (!isHeld(failed) || repetition == MOST_REPETITIONS) {
          throw failed;
        }
        tally.repeated();
      }
    }
  }

  private static boolean isHeld(RuntimeException failed) {
    return failed instanceof OptimisticLockingException || failed instanceof ConcurrencyFailureException || Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause).anyMatch(SQLTransactionRollbackException.class::isInstance);
  }

  private <T> T as(String person, Supplier<T> action) {
    engine.getIdentityService().setAuthentication(person, groups.computeIfAbsent(person, one ->
        engine.getIdentityService().createGroupQuery().groupMember(one).list().stream().map(Group::getId).toList()));
    try {
      return action.get();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  private String written(Object data) {
    try {
      return json.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object data) {
    return data instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
