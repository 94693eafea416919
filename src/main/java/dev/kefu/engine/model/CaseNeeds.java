package dev.kefu.engine.model;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** What a case that stands at a step will be asked for and cannot get any more, because the step that sets it lies behind it: it would stop there. */
public final class CaseNeeds {

  /** Read when a step is done, from what it or the called process has. */
  private static final Set<String> AT_END = Set.of("outputParameter", "out", "completionCondition");

  private final ProcessFile file;
  private final Map<FlowNode, Set<FlowNode>> next = new HashMap<>();
  private final Map<FlowNode, Map<String, FlowNode>> asked = new HashMap<>();

  private CaseNeeds(ProcessFile file) {
    this.file = file;
    file.all(FlowNode.class).forEach(node -> next.put(node, next(node)));
    Expressions.of(file.xml()).filter(place -> !place.attribute().equals("delegateExpression") && !AT_END.contains(place.holder().getLocalName())).forEach(this::note);
  }

  /**
   * For each step of some processes the variables that a case standing there must have, with the name of what asks for them.
   *
   * @param processes as in {@link ModelContract#check}
   * @param forms as in {@link ModelContract#check}
   * @return process id to element id to variable to who asks; nothing for a step that needs nothing
   */
  public static Map<String, Map<String, Map<String, String>>> of(Path processes, Path forms, Collection<String> processIds) {
    Models models = Models.read(processes, forms, null);
    Map<String, Map<String, Map<String, String>>> needs = new TreeMap<>();
    processIds.forEach(id -> models.process(id).ifPresent(file -> needs.put(id, new CaseNeeds(file).all())));
    return needs;
  }

  private Map<String, Map<String, String>> all() {
    Map<String, Map<String, String>> all = new TreeMap<>();
    file.all(FlowNode.class).forEach(node -> {
      Map<String, String> needs = needs(node);
      if (!needs.isEmpty()) {
        all.put(node.getId(), needs);
      }
    });
    return all;
  }

  private Map<String, String> needs(FlowNode node) {
    Set<FlowNode> ahead = ahead(node);
    Set<String> set = new HashSet<>(Variables.ALWAYS);
    Stream.concat(Stream.of(node), ahead.stream()).forEach(one -> set.addAll(Variables.written(file, one)));
    Map<String, String> needs = new LinkedHashMap<>();
    ahead.forEach(one -> asked.getOrDefault(one, Map.of()).forEach((variable, asker) -> {
      if (!set.contains(variable)) {
        needs.putIfAbsent(variable, Findings.describe(asker));
      }
    }));
    return needs;
  }

  private Set<FlowNode> ahead(FlowNode from) {
    Set<FlowNode> ahead = new HashSet<>();
    Deque<FlowNode> open = new ArrayDeque<>(next.get(from));
    while (!open.isEmpty()) {
      FlowNode node = open.pop();
      if (ahead.add(node)) {
        open.addAll(next.get(node));
      }
    }
    return ahead;
  }

  private Set<FlowNode> next(FlowNode node) {
    Stream<FlowNode> flows = node.getOutgoing().stream().map(SequenceFlow::getTarget);
    Stream<FlowNode> borders = file.all(BoundaryEvent.class).stream().filter(event -> node.equals(event.getAttachedTo())).map(FlowNode.class::cast);
    Stream<FlowNode> inside = node instanceof SubProcess sub ? sub.getChildElementsByType(StartEvent.class).stream().map(FlowNode.class::cast) : Stream.empty();
    Stream<FlowNode> outside = node.getParentElement() instanceof SubProcess parent && !parent.triggeredByEvent() ? Stream.of(parent) : Stream.empty();
    String link = EventRules.link(node);
    Stream<FlowNode> linked = link == null || !node.getOutgoing().isEmpty() ? Stream.empty()
        : file.all(FlowNode.class).stream().filter(other -> !other.equals(node) && link.equals(EventRules.link(other)));
    return List.of(flows, borders, inside, outside, linked).stream().flatMap(nodes -> nodes).collect(Collectors.toSet());
  }

  /** A flow's condition is asked where the flow begins. */
  private void note(Expressions.Place place) {
    Optional<FlowNode> owner = file.find(place.owner(), SequenceFlow.class).map(SequenceFlow::getSource).or(() -> file.find(place.owner(), FlowNode.class));
    owner.ifPresent(node -> place.variables().orElse(Set.of()).stream().filter(name -> !VariableRules.ownVariables(node).contains(name))
        .forEach(name -> asked.computeIfAbsent(node, any -> new LinkedHashMap<>()).putIfAbsent(name, node)));
  }
}
