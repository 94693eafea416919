package dev.kefu.history.models;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the picture of a deployed process shows.
 *
 * @param elements by element id, in the order of its file
 * @param flows its arrows; one that ends at a thrown link leads to where the link is caught
 * @param forks ids of elements of which one passage takes several arrows
 */
public record Picture(Map<String, Element> elements, List<Flow> flows, Set<String> forks) {

  /**
   * An element.
   *
   * @param name in one line; its id when it has none
   * @param type as BPMN calls it, for example {@code userTask}
   */
  public record Element(String name, String type) {
  }

  /** An arrow between two elements. */
  public record Flow(String id, String source, String target) {
  }

  /** What people call an element; its id for one that is not in the picture. */
  public String nameOf(String elementId) {
    Element found = elements.get(elementId);
    return found == null ? elementId : found.name();
  }
}
