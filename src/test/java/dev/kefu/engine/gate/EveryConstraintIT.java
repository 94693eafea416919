package dev.kefu.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.KefuIT;
import dev.kefu.RowCounts;
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
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
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
 * field's label, and nothing in any table has changed. What is tried is generated from the forms themselves. Every constraint goes by every
 * command of the engine; over HTTP the addresses take turns, for behind each stands one of these commands.
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
  private Stream<CatchEvent> events(ProcessDefinition definition) {
    return engine.getRepositoryService().getBpmnModelInstance(definition.getId()).getModelElementsByType(CatchEvent.class).stream()
        .filter(event -> property(event, "eventForm") != null && property(event, "eventRoles") != null);
  }

  private DynamicTest test(ProcessDefinition definition, UserTask userTask) {
    return DynamicTest.dynamicTest(userTask.getId(), () -> {
      FormDefinition form = form(definition, userTask.getCamundaFormRef());
      Map<String, Object> variables = sampleVariables(form);
      String person = performer(definition, userTask, variables);
      userTask.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream().filter(event -> event.getAttachedTo() == userTask)
          .flatMap(EveryConstraintIT::timerVariables).forEach(name -> variables.putIfAbsent(name, tomorrow()));
      String instance = startBefore(definition, userTask.getId(), variables);
      Task task = engine.getTaskService().createTaskQuery().processInstanceId(instance).taskDefinitionKey(userTask.getId()).singleResult();
      refuseAll(form, plain(engine.getTaskService().getVariables(task.getId())), Route.ofTask(engine, new Caller(port, person, password), task.getId()));
      assertThat(engine.getTaskService().createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);
      engine.getRuntimeService().deleteProcessInstance(instance, "test done", true);
    });
  }

  private DynamicTest test(ProcessDefinition definition, CatchEvent event) {
    return DynamicTest.dynamicTest(event.getId(), () -> {
      FormDefinition form = form(definition, property(event, "eventForm"));
      Map<String, Object> variables = sampleVariables(form);
      UserTask waiting = event instanceof BoundaryEvent boundary ? (UserTask) boundary.getAttachedTo() : tasks(definition).findFirst().orElseThrow();
      performer(definition, waiting, variables);
      String place = placeOf(event).orElse(waiting.getId());
      timersOf(event).forEach(variable -> variables.putIfAbsent(variable, tomorrow()));
      String person = Stream.of(property(event, "eventRoles").split(",")).map(String::trim).filter(role -> !"starter".equals(role)).findFirst().orElseThrow();
      String instance = startBefore(definition, place, variables);
      String caseNumber = engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance).singleResult().getBusinessKey();
      String message = event.getEventDefinitions().stream().map(MessageEventDefinition.class::cast).findFirst().orElseThrow().getMessage().getName();
      refuseAll(form, plain(variables), List.of(Route.ofEvent(new Caller(port, person, password), form, caseNumber, message)));
      engine.getRuntimeService().deleteProcessInstance(instance, "test done", true);
    });
  }

  /** Where a case waits for an event that stands by itself, behind a gateway of events, or inside a sub-process; empty where any task will do. */
  private static Optional<String> placeOf(CatchEvent event) {
    if (event instanceof IntermediateCatchEvent) {
      return event.getPreviousNodes().list().stream().filter(EventBasedGateway.class::isInstance).findFirst().or(() -> Optional.of(event)).map(FlowNode::getId);
    }
    return subProcessOf(event).map(SubProcess::getId);
  }

  /** The embedded sub-process in which an event sub-process stands. */
  private static Optional<SubProcess> subProcessOf(CatchEvent event) {
    return Optional.of(event.getParentElement()).filter(SubProcess.class::isInstance).map(ModelElementInstance::getParentElement).filter(SubProcess.class::isInstance).map(SubProcess.class::cast);
  }

  /** Variables that the timers beside such an event ask for. */
  private static Stream<String> timersOf(CatchEvent event) {
    return subProcessOf(event).stream().flatMap(around -> around.getChildElementsByType(IntermediateCatchEvent.class).stream())
        .flatMap(EveryConstraintIT::timerVariables);
  }

  private static Stream<String> timerVariables(CatchEvent event) {
    return event.getChildElementsByType(TimerEventDefinition.class).stream().map(TimerEventDefinition::getTimeDate).filter(Objects::nonNull)
        .flatMap(date -> expressionVariable(date.getTextContent().strip()));
  }

  private static Date tomorrow() {
    return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(1)));
  }

  private void refuseAll(FormDefinition form, Map<String, Object> variables, List<Route> routes) {
    FormViolations generated = FormViolations.of(form, variables);
    assertThat(generated.unreachable()).as("fields of %s that no answer brings into view", form.id()).isEmpty();
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
  }

  private String startBefore(ProcessDefinition definition, String activityId, Map<String, Object> variables) {
    // A part has no number of its own: its caller gives it one, of twenty characters at most.
    return engine.getRuntimeService().createProcessInstanceById(definition.getId()).businessKey("TRY-" + Integer.toHexString(activityId.hashCode()))
        .startBeforeActivity(activityId).setVariables(variables).execute().getId();
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

  /** Options that come from variables: one sample each; where fields stay hidden without, what a condition compares a variable with. */
  private static Map<String, Object> sampleVariables(FormDefinition form) {
    Map<String, Object> variables = new LinkedHashMap<>();
    form.fields().stream().map(field -> field.definition().path("valuesKey").asText("")).filter(name -> !name.isEmpty())
        .forEach(name -> variables.put(name, Spin.JSON("[{\"label\": \"Sample 樣本\", \"value\": \"sample\"}]")));
    for (MatchResult compared : compared(form)) {
      int hidden = hidden(form, variables);
      if (hidden == 0) {
        break;
      }
      Map<String, Object> other = new LinkedHashMap<>(variables);
      other.put(compared.group(1), compared.group(2));
      // A first value may show nothing yet: a condition can ask for two variables.
      if (hidden(form, other) < hidden || hidden(form, other) == hidden && !variables.containsKey(compared.group(1))) {
        variables.put(compared.group(1), compared.group(2));
      }
    }
    return variables;
  }

  private static List<MatchResult> compared(FormDefinition form) {
    return form.fields().stream().flatMap(field -> COMPARED.matcher(field.definition().path("conditional").path("hide").asText("")).results()).toList();
  }

  private static int hidden(FormDefinition form, Map<String, Object> variables) {
    return FormViolations.of(form, plain(variables)).unreachable().size();
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
