package dev.kefu.engine.model;

import dev.kefu.engine.ModelProperties;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * One process model.
 *
 * @param process the first process of the file
 */
record ProcessFile(String path, BpmnModelInstance model, Process process, Models models) implements ModelFile {

  static ProcessFile read(String path, Path file, Models models) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      BpmnModelInstance model = Bpmn.readModelFromStream(in);
      Process process = model.getModelElementsByType(Process.class).stream().findFirst()
          .orElseThrow(() -> new IllegalArgumentException("it holds no process"));
      return new ProcessFile(path, model, process, models);
    }
  }

  @Override
  public String id() {
    return process.getId();
  }

  <T extends BaseElement> Collection<T> all(Class<T> type) {
    return models.elements(this, type);
  }

  /** The element with this id, if it is of this type. */
  <T> Optional<T> find(String id, Class<T> type) {
    return Optional.<ModelElementInstance>ofNullable(model.getModelElementById(id)).filter(type::isInstance).map(type::cast);
  }

  /** Start events of the process itself, not of its sub-processes. */
  List<StartEvent> starts() {
    return process.getChildElementsByType(StartEvent.class).stream().toList();
  }

  boolean isStartable() {
    return !"false".equals(Elements.camunda(process, "isStartableInTasklist"));
  }

  /** Runs beside the main flow, started by an event. */
  static boolean isEventSubProcess(BaseElement element) {
    return element instanceof SubProcess sub && sub.triggeredByEvent();
  }

  /** The innermost lane that lists the node; a node in a sub-process stands in the sub-process's lane. */
  Optional<Lane> laneOf(BaseElement node) {
    Optional<Lane> own = all(Lane.class).stream().filter(lane -> lane.getChildLaneSet() == null)
        .filter(lane -> lane.getFlowNodeRefs().stream().anyMatch(member -> member.getId().equals(node.getId()))).findFirst();
    return own.isEmpty() && node.getParentElement() instanceof SubProcess sub ? laneOf(sub) : own;
  }

  /** Forms that its tasks and events name and that exist. */
  Set<FormFile> forms() {
    return all(FlowNode.class).stream().flatMap(this::formsOf).collect(Collectors.toSet());
  }

  /** The form of a user task, or the one that an awaited message brings. */
  Stream<FormFile> formsOf(FlowNode node) {
    return Stream.of(Optional.ofNullable(Elements.camunda(node, "formRef")), Optional.ofNullable(Elements.properties(node).get(ModelProperties.EVENT_FORM)))
        .flatMap(Optional::stream).map(models::form).flatMap(Optional::stream);
  }

  /** Call activities of all models that call this one. */
  List<CallActivity> callers() {
    return models.processes().stream().flatMap(other -> other.all(CallActivity.class).stream()).filter(call -> id().equals(call.getCalledElement())).toList();
  }

  Element xml() {
    return ((Document) model.getDocument().getDomSource().getNode()).getDocumentElement();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProcessFile that && that.path.equals(path);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }
}
