package dev.kefu.engine.model;

import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.ModelProperties;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Which variables are set for certain when a case arrives at a node, whichever way it came. */
final class Variables {

  /** Set by the engine itself. */
  static final Set<String> ALWAYS = Set.of(CaseVariables.STARTER, "execution", "task", "loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

  private final ProcessFile file;
  private final Map<FlowNode, Set<String>> written = new HashMap<>();
  private final Map<FlowNode, Set<String>> after = new HashMap<>();
  private final Set<String> atStart;

  Variables(ProcessFile file) {
    this.file = file;
    this.atStart = atStart(file);
    Collection<FlowNode> nodes = file.all(FlowNode.class);
    nodes.forEach(node -> written.put(node, written(file, node)));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (FlowNode node : nodes) {
        Optional<Set<String>> now = before(node).map(before -> union(before, written.get(node)));
        changed |= now.isPresent() && !now.get().equals(after.put(node, now.get()));
      }
    }
  }

  /** What is set when the node begins, or empty for a node that no case reaches. */
  Optional<Set<String>> before(FlowNode node) {
    if (node instanceof BoundaryEvent event) {
      FlowNode host = event.getAttachedTo();
      return before(host).map(before -> host instanceof CallActivity ? union(before, written.get(host)) : before);
    }
    if (node instanceof StartEvent) {
      return node.getParentElement() instanceof SubProcess sub && !sub.triggeredByEvent() ? before(sub) : Optional.of(atStart);
    }
    if (ProcessFile.isEventSubProcess(node)) {
      return Optional.of(atStart);
    }
    List<Set<String>> ways = before(Stream.concat(node.getIncoming().stream().map(flow -> flow.getSource()), linked(node)));
    return node instanceof ParallelGateway ? ways.stream().reduce(Variables::union) : ways.stream().reduce(Variables::common);
  }

  /** What is set when the node is done. */
  Optional<Set<String>> after(FlowNode node) {
    return Optional.ofNullable(after.get(node));
  }

  private List<Set<String>> before(Stream<FlowNode> sources) {
    return sources.map(source -> source instanceof SubProcess sub ? afterAll(sub) : after.get(source)).filter(Objects::nonNull).toList();
  }

  private Set<String> afterAll(SubProcess sub) {
    return sub.getFlowElements().stream().filter(EndEvent.class::isInstance).map(after::get).filter(Objects::nonNull).reduce(Variables::common).orElse(null);
  }

  private Stream<FlowNode> linked(FlowNode node) {
    String link = EventRules.link(node);
    return link == null || !node.getIncoming().isEmpty() ? Stream.empty()
        : written.keySet().stream().filter(other -> !other.equals(node) && link.equals(EventRules.link(other)));
  }

  /** What a node sets when it is done. */
  static Set<String> written(ProcessFile file, FlowNode node) {
    return Stream.of(
        Elements.listProperty(node, ModelProperties.SETS).stream(),
        Stream.ofNullable(Elements.camunda(node, "resultVariable")),
        Elements.extensionValues(node, "out", "target"),
        Elements.extensionValues(node, "outputParameter", "name"),
        outcomeVariables(node),
        file.formsOf(node).flatMap(form -> form.roots().stream())).flatMap(names -> names).collect(Collectors.toSet());
  }

  private static Stream<String> outcomeVariables(FlowNode node) {
    return node.getChildElementsByType(EventDefinition.class).stream().flatMap(definition -> Stream.of("errorCodeVariable", "errorMessageVariable", "escalationCodeVariable")
        .map(attribute -> Elements.camunda(definition, attribute))).filter(Objects::nonNull);
  }

  /** What every caller hands over, or nothing, and what the start says that it sets. */
  private static Set<String> atStart(ProcessFile file) {
    Set<String> given = file.callers().isEmpty() || file.isStartable() ? Set.of()
        : file.callers().stream().map(call -> Elements.extensionValues(call, "in", "target").collect(Collectors.toSet())).reduce(Variables::common).orElse(Set.of());
    return union(union(ALWAYS, given), Elements.listProperty(file.process(), ModelProperties.SETS));
  }

  /** Everything that some step, message or caller of the process sets. */
  static Set<String> known(ProcessFile file) {
    return Stream.of(atStart(file).stream(), file.callers().stream().flatMap(call -> Elements.extensionValues(call, "in", "target")),
        file.all(FlowNode.class).stream().flatMap(node -> written(file, node).stream()),
        file.all(UserTask.class).stream().flatMap(task -> Elements.extensionValues(task, "inputParameter", "name"))).flatMap(names -> names).collect(Collectors.toSet());
  }

  static Set<String> union(Collection<String> some, Collection<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private static Set<String> common(Set<String> some, Set<String> others) {
    Set<String> both = new HashSet<>(some);
    both.retainAll(others);
    return both;
  }
}
