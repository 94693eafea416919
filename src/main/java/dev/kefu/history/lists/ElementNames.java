package dev.kefu.history.lists;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/** What the picture of a process calls its elements, in the order of its file. A deployed version never changes. */
@Component
@RequiredArgsConstructor
class ElementNames {

  private final RepositoryService repositoryService;
  private final Map<String, Map<String, Element>> known = new ConcurrentHashMap<>();

  /**
   * An element.
   *
   * @param type as the engine's history calls it, for example {@code userTask}
   */
  record Element(String name, String type) {
  }

  /** By element id; callers have checked that the person may read the process. */
  Map<String, Element> of(String definitionId) {
    // Asked of the engine outside of the map: it locks, too.
    Map<String, Element> found = known.get(definitionId);
    if (found == null) {
      found = repositoryService.getBpmnModelInstance(definitionId).getModelElementsByType(FlowNode.class).stream()
          .collect(toMap(FlowNode::getId, ElementNames::element, (one, other) -> one, LinkedHashMap::new));
      known.put(definitionId, found);
    }
    return found;
  }

  private static Element element(FlowNode node) {
    return new Element(node.getName() == null ? node.getId() : node.getName().replaceAll("\\s+", " "), node.getElementType().getTypeName());
  }
}
