package dev.kefu.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.KefuIT;
import dev.kefu.RowCounts;
import dev.kefu.engine.form.FormComponent;
import dev.kefu.engine.form.FormDefinition;
import dev.kefu.engine.form.FormViolations;
import dev.kefu.engine.form.FormViolations.Violation;
import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every constraint of every form of the project, violated once, on every way by which a person can hand a form in: refused with the
 * field's label, and nothing in any table has changed. What is tried is generated from the forms themselves. Every constraint goes by a command
 * of the engine and by an address; these take turns, so that each form is tried by all of them.
 */
@KefuIT
class EveryConstraintIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> MODELS = models();
  /** A plain variable in a condition; with a dot before or after it the name is of a field. */
  private static final Pattern COMPARED = Pattern.compile("(?<![.\\w])(\\w+) !?= \"(\\w+)\"");

  @Autowired
  private ProcessEngine engine;
  @Autowired
  private RoleDirectory roles;
  @Autowired
  private DataSource dataSource;
  @LocalServerPort
  private int port;
  @Value("${kefu.demo.password}")
  private String password;

  @TestFactory
  Stream<DynamicContainer> violatedConstraintIsRefusedOnEveryRoute() {
    return projectDefinitions().map(definition -> DynamicContainer.dynamicContainer(definition.getKey(),
        Stream.concat(tasks(definition).map(task -> test(definition, task)), events(definition).map(event -> test(definition, event)))));
  }

  private Stream<ProcessDefinition> projectDefinitions() {
    return engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
        .filter(definition -> MODELS.contains(definition.getResourceName()));
  }

  private Stream<UserTask> tasks(ProcessDefinition definition) {
    return engine.getRepositoryService().getBpmnModelInstance(definition.getId()).getModelElementsByType(UserTask.class).stream();
  }

  /** Those that persons report; what a program brings is checked by the same form at its own door. */
  private Stream<FlowNode> events(ProcessDefinition definition) {
    return engine.getRepositoryService().getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class).stream()
        .filter(event -> property(event, "eventForm") != null && property(event, "eventRoles") != null);
  }

  private DynamicTest test(ProcessDefinition definition, UserTask userTask) {
    return DynamicTest.dynamicTest(userTask.getId(), () -> {
      FormDefinition form = form(definition, userTask.getCamundaFormRef());
      withSamples(form, variables -> {
        String person = performer(definition, userTask, variables);
        timersAt(userTask).forEach(name -> variables.putIfAbsent(name, tomorrow()));
        String instance = startBefore(definition, userTask.getId(), variables);
        Task task = engine.getTaskService().createTaskQuery().processInstanceId(instance).taskDefinitionKey(userTask.getId()).singleResult();
        List<String> unseen = refuseAll(form, plain(engine.getTaskService().getVariables(task.getId())), Route.ofTask(engine, new Caller(port, person, password), task.getId()));
        assertThat(engine.getTaskService().createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);
        engine.getRuntimeService().deleteProcessInstance(instance, "test done", true);
        return unseen;
      });
    });
  }

  private DynamicTest test(ProcessDefinition definition, FlowNode event) {
    return DynamicTest.dynamicTest(event.getId(), () -> {
      FormDefinition form = form(definition, property(event, "eventForm"));
      UserTask waiting = event instanceof BoundaryEvent boundary ? (UserTask) boundary.getAttachedTo() : tasks(definition).findFirst().orElseThrow();
      String place = placeOf(event).orElse(waiting.getId());
      String person = Stream.of(property(event, "eventRoles").split(",")).map(String::trim).filter(role -> !"starter".equals(role)).findFirst().orElseThrow();
      withSamples(form, variables -> {
        performer(definition, waiting, variables);
        Stream.concat(timersOf(event), timersAt(waiting)).forEach(variable -> variables.putIfAbsent(variable, tomorrow()));
        String instance = startBefore(definition, place, variables);
        String caseNumber = engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance).singleResult().getBusinessKey();
        List<String> unseen = refuseAll(form, plain(variables), List.of(Route.ofEvent(new Caller(port, person, password), form, caseNumber, messageOf(event).getName())));
        engine.getRuntimeService().deleteProcessInstance(instance, "test done", true);
        return unseen;
      });
    });
  }

  /** Tries a form with each sample of variables; the trial tells what stayed hidden. */
  private static void withSamples(FormDefinition form, Function<Map<String, Object>, List<String>> trial) {
    Set<String> unseen = null;
    for (Map<String, Object> variables : samples(form)) {
      List<String> hidden = trial.apply(variables);
      if (unseen == null) {
        unseen = new LinkedHashSet<>(hidden);
      } else {
        unseen.retainAll(hidden);
      }
    }
    assertThat(unseen).as("fields of %s that no answer brings into view", form.id()).isEmpty();
  }

  private static Message messageOf(FlowNode event) {
    return event instanceof ReceiveTask task ? task.getMessage()
        : ((CatchEvent) event).getEventDefinitions().stream().map(MessageEventDefinition.class::cast).findFirst().orElseThrow().getMessage();
  }

  /** Where a case waits for an event that is a step, stands by itself, behind a gateway of events, or inside a sub-process; empty where any task will do. */
  private static Optional<String> placeOf(FlowNode event) {
    if (event instanceof ReceiveTask) {
      return Optional.of(event.getId());
    }
    if (event instanceof IntermediateCatchEvent) {
      return event.getPreviousNodes().list().stream().filter(EventBasedGateway.class::isInstance).findFirst().or(() -> Optional.of(event)).map(FlowNode::getId);
    }
    return subProcessOf(event).map(SubProcess::getId);
  }

  /** The embedded sub-process in which an event sub-process stands. */
  private static Optional<SubProcess> subProcessOf(FlowNode event) {
    return Optional.of(event.getParentElement()).filter(SubProcess.class::isInstance).map(ModelElementInstance::getParentElement).filter(SubProcess.class::isInstance).map(SubProcess.class::cast);
  }

  /** Variables that the timers beside such an event ask for. */
  private static Stream<String> timersOf(FlowNode event) {
    return Stream.concat(timersAt(event), subProcessOf(event).stream().flatMap(around -> around.getChildElementsByType(IntermediateCatchEvent.class).stream())
        .flatMap(EveryConstraintIT::timerVariables));
  }

  /** Variables that the timers at the border of a step ask for. */
  private static Stream<String> timersAt(FlowNode step) {
    return step.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream().filter(event -> event.getAttachedTo() == step).flatMap(EveryConstraintIT::timerVariables);
  }

  private static Stream<String> timerVariables(CatchEvent event) {
    return event.getChildElementsByType(TimerEventDefinition.class).stream().map(TimerEventDefinition::getTimeDate).filter(Objects::nonNull)
        .flatMap(date -> expressionVariable(date.getTextContent().strip()));
  }

  private static Date tomorrow() {
    return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(1)));
  }

  private List<String> refuseAll(FormDefinition form, Map<String, Object> variables, List<Route> routes) {
    FormViolations generated = FormViolations.of(form, variables);
    List<Violation> violations = generated.all();
    assertThat(violations).as("violations of %s", form.id()).hasSizeGreaterThan(2);
    Map<String, Long> before = RowCounts.of(dataSource);
    int turn = 0;
    for (Violation violation : violations) {
      for (Route route : Route.turn(routes, turn++)) {
        if (route.takes(violation)) {
          assertThat(route.refusalOf(violation.submission())).as("%s: %s by %s", form.id(), violation, route).contains(violation.label());
        }
      }
    }
    // Counted once: InnoDB reads a whole table for it.
    assertThat(RowCounts.of(dataSource).entrySet()).as("rows after every violation of %s", form.id()).isSubsetOf(before.entrySet());
    return generated.unreachable();
  }

  private String startBefore(ProcessDefinition definition, String activityId, Map<String, Object> variables) {
    // A part has no number of its own: its caller gives it one, of twenty characters at most. What a model's own listeners prepare needs facts that a sample lacks.
    return engine.getRuntimeService().createProcessInstanceById(definition.getId()).businessKey("TRY-" + Integer.toHexString(activityId.hashCode()))
        .startBeforeActivity(activityId).setVariables(variables).execute(true, false).getId();
  }

  /** Sets what the task's expressions ask for and returns a user who may work on the task. */
  private String performer(ProcessDefinition definition, UserTask task, Map<String, Object> variables) {
    String person = Stream.of(property(task, "roles"), task.getCamundaCandidateGroups()).filter(Objects::nonNull).findFirst()
        .map(groups -> groups.split(",")[0].trim()).orElseGet(() -> starterOf(definition.getKey()));
    expressionVariable(task.getCamundaCandidateGroups()).forEach(name -> variables.put(name, person));
    expressionVariable(task.getCamundaAssignee()).forEach(name -> variables.put(name, person));
    return person;
  }

  /** A task of the starter alone, or of one person, names no group. */
  private String starterOf(String process) {
    return roles.all().stream().filter(role -> role.starts().contains(process)).map(Role::id).findFirst()
        .or(() -> engine.getAuthorizationService().createAuthorizationQuery().resourceType(Resources.PROCESS_DEFINITION).resourceId(process).list().stream()
            .map(Authorization::getGroupId).filter(group -> roles.find(group).isPresent()).sorted().findFirst()).orElseThrow();
  }

  private static Stream<String> expressionVariable(String expression) {
    return expression != null && expression.matches("\\$\\{\\w+}") ? Stream.of(expression.substring(2, expression.length() - 1)) : Stream.empty();
  }

  /** What brings most into view, and what shows the rest: of two fields one may be there when the other is not. */
  private static List<Map<String, Object>> samples(FormDefinition form) {
    List<Map<String, Object>> samples = new ArrayList<>(List.of(sampleVariables(form)));
    Set<String> unseen = new LinkedHashSet<>(unseen(form, samples.get(0)));
    for (MatchResult compared : compared(form)) {
      Map<String, Object> with = new LinkedHashMap<>(samples.get(0));
      with.put(compared.group(1), compared.group(2));
      Map<String, Object> without = new LinkedHashMap<>(samples.get(0));
      without.remove(compared.group(1));
      for (Map<String, Object> other : List.of(with, without)) {
        if (unseen.retainAll(unseen(form, other))) {
          samples.add(other);
        }
      }
    }
    return samples;
  }

  /** Options that come from variables: one sample each; where fields stay hidden without, what a condition compares a variable with. */
  private static Map<String, Object> sampleVariables(FormDefinition form) {
    Map<String, Object> variables = new LinkedHashMap<>();
    form.fields().stream().map(field -> field.definition().path("valuesKey").asText("")).filter(name -> !name.isEmpty())
        .forEach(name -> variables.put(name, Spin.JSON("[{\"label\": \"Sample 樣本\", \"value\": \"sample\"}]")));
    for (MatchResult compared : compared(form)) {
      int hidden = unseen(form, variables).size();
      if (hidden == 0) {
        break;
      }
      Map<String, Object> other = new LinkedHashMap<>(variables);
      other.put(compared.group(1), compared.group(2));
      // A first value may show nothing yet: a condition can ask for two variables.
      int hiddenThen = unseen(form, other).size();
      if (hiddenThen < hidden || hiddenThen == hidden && !variables.containsKey(compared.group(1))) {
        variables.put(compared.group(1), compared.group(2));
      }
    }
    return variables;
  }

  private static List<MatchResult> compared(FormDefinition form) {
    return all(form.components()).flatMap(component -> COMPARED.matcher(component.definition().path("conditional").path("hide").asText("")).results()).toList();
  }

  private static Stream<FormComponent> all(List<FormComponent> components) {
    return components.stream().flatMap(component -> Stream.concat(Stream.of(component), all(component.components())));
  }

  private static List<String> unseen(FormDefinition form, Map<String, Object> variables) {
    return FormViolations.of(form, plain(variables)).unreachable();
  }

  private static Map<String, Object> plain(Map<String, Object> variables) {
    Map<String, Object> plain = new LinkedHashMap<>();
    variables.forEach((name, value) -> plain.put(name, value instanceof SpinJsonNode node ? JSON.convertValue(node.unwrap(), Object.class) : value));
    return plain;
  }

  private FormDefinition form(ProcessDefinition definition, String formId) throws IOException {
    try (var content = engine.getRepositoryService().getResourceAsStream(definition.getDeploymentId(), formId + ".form")) {
      return FormDefinition.parse(new String(content.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static Set<String> models() {
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".bpmn")).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String property(BaseElement element, String name) {
    if (element.getExtensionElements() == null) {
      return null;
    }
    return element.getExtensionElements().getElementsQuery()
        .filterByType(CamundaProperties.class).list().stream()
        .flatMap(properties -> properties.getCamundaProperties().stream()).filter(property -> name.equals(property.getCamundaName()))
        .map(CamundaProperty::getCamundaValue).findFirst().orElse(null);
  }
}
