package dev.kefu.history.models;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.kefu.history.models.Picture.Element;
import dev.kefu.history.models.Picture.Flow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.springframework.stereotype.Component;

/** Reads the pictures of deployed processes; a deployed version never changes, so each is read once. Callers have checked that the person may read the process. */
@Component
@RequiredArgsConstructor
public class Pictures {

  private final RepositoryService repositoryService;
  private final Map<String, Picture> known = new ConcurrentHashMap<>();

  /** The picture of a version. */
  public Picture of(String definitionId) {
    // Read outside of the map's lock: two who come at once read it twice.
    Picture found = known.get(definitionId);
    if (found == null) {
      found = read(repositoryService.getBpmnModelInstance(definitionId));
      known.put(definitionId, found);
    }
    return found;
  }

  /** The file of a version, for a browser to draw. */
  public String file(String definitionId) {
    try (InputStream file = repositoryService.getProcessModel(definitionId)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Picture read(BpmnModelInstance model) {
    Map<String, Element> elements = model.getModelElementsByType(FlowNode.class).stream()
        .collect(toMap(FlowNode::getId, Pictures::element, (one, other) -> one, LinkedHashMap::new));
    Map<String, String> caught = model.getModelElementsByType(CatchEvent.class).stream().filter(event -> link(event, event.getEventDefinitions()).isPresent())
        .collect(toMap(event -> link(event, event.getEventDefinitions()).orElseThrow(), Event::getId, (one, other) -> one));
    Map<String, String> leadsTo = model.getModelElementsByType(ThrowEvent.class).stream()
        .filter(event -> link(event, event.getEventDefinitions()).map(caught::containsKey).orElse(false))
        .collect(toMap(Event::getId, event -> caught.get(link(event, event.getEventDefinitions()).orElseThrow())));
    List<Flow> flows = model.getModelElementsByType(SequenceFlow.class).stream()
        .map(flow -> new Flow(flow.getId(), flow.getSource().getId(), leadsTo.getOrDefault(flow.getTarget().getId(), flow.getTarget().getId()))).toList();
    Map<String, Long> leaving = flows.stream().collect(groupingBy(Flow::source, counting()));
    Set<String> forks = model.getModelElementsByType(FlowNode.class).stream().filter(node -> !(node instanceof ExclusiveGateway) && leaving.getOrDefault(node.getId(), 0L) > 1)
        .map(FlowNode::getId).collect(toSet());
    return new Picture(elements, flows, forks, Set.copyOf(caught.values()));
  }

  /** Links are caught in the process or sub-process in which they are thrown. */
  private static Optional<String> link(Event event, Collection<EventDefinition> definitions) {
    return definitions.stream().filter(LinkEventDefinition.class::isInstance).map(LinkEventDefinition.class::cast)
        .map(definition -> event.getParentElement().getAttributeValue("id") + "/" + definition.getName()).findFirst();
  }

  private static Element element(FlowNode node) {
    return new Element(node.getName() == null ? node.getId() : node.getName().replaceAll("\\s+", " "), node.getElementType().getTypeName());
  }
}
