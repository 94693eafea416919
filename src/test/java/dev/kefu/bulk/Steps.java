package dev.kefu.bulk;

import dev.kefu.engine.form.FormDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/** Reads from the deployed models which form a step has and which message may take its place. */
@RequiredArgsConstructor
final class Steps {

  private final RepositoryService repository;
  private final Map<String, Step> steps = new ConcurrentHashMap<>();
  private final Map<String, FormDefinition> forms = new ConcurrentHashMap<>();

  /**
   * A step.
   *
   * @param form its form
   * @param message with which somebody may report what the step waits for; null for none
   * @param reporter role that may
   */
  record Step(FormDefinition form, String message, String reporter) {
  }

  Step of(Task task) {
    return steps.computeIfAbsent(task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey(), key -> read(task.getProcessDefinitionId(), task.getTaskDefinitionKey()));
  }

  private Step read(String definition, String key) {
    BpmnModelInstance model = repository.getBpmnModelInstance(definition);
    UserTask task = model.getModelElementById(key);
    Optional<BoundaryEvent> event = model.getModelElementsByType(BoundaryEvent.class).stream()
        .filter(boundary -> boundary.getAttachedTo() == task && property(boundary, "eventRoles") != null).findFirst();
    return new Step(form(definition, task.getCamundaFormRef()), event.map(Steps::message).orElse(null), event.map(Steps::role).orElse(null));
  }

  FormDefinition form(String definition, String form) {
    return forms.computeIfAbsent(definition + "/" + form, key -> {
      String deployment = repository.getProcessDefinition(definition).getDeploymentId();
      try (var content = repository.getResourceAsStream(deployment, form + ".form")) {
        return FormDefinition.parse(new String(content.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  /** Somebody in whose name an event of a process is reported. */
  String reporter(String process, String message) {
    ProcessDefinition definition = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult();
    List<CatchEvent> events = List.copyOf(repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(CatchEvent.class));
    return events.stream().filter(event -> property(event, "eventRoles") != null && message.equals(message(event))).map(Steps::role).findFirst().orElseThrow();
  }

  private static String message(CatchEvent event) {
    return event.getEventDefinitions().stream().filter(MessageEventDefinition.class::isInstance).map(MessageEventDefinition.class::cast)
        .map(definition -> definition.getMessage().getName()).findFirst().orElse(null);
  }

  private static String role(BaseElement event) {
    return Stream.of(property(event, "eventRoles").split(",")).map(String::strip).filter(role -> !"starter".equals(role)).findFirst().orElseThrow();
  }

  private static String property(BaseElement element, String name) {
    return element.getExtensionElements() == null ? null : element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
        .flatMap(properties -> properties.getCamundaProperties().stream()).filter(property -> name.equals(property.getCamundaName()))
        .map(property -> property.getCamundaValue()).findFirst().orElse(null);
  }
}
