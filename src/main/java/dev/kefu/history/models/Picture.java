package dev.kefu.history.models;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the picture of a deployed process shows.
 *
 * @param elements by element id, in the order of its file
 * @param flows its arrows; one that ends at a thrown link leads to where the link is caught
 * @param links ids of events that catch a link: the engine writes no history of them
 * @param forks ids of elements of which one passage takes several arrows
 */
public record Picture(Map<String, Element> elements, List<Flow> flows, Set<String> forks, Set<String> links) {

  /** Of a version that is not deployed any more. */
  public static final Picture NONE = new Picture(Map.of(), List.of(), Set.of(), Set.of());

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

  /**
   * The same without elements that a history does not have: each arrow leads from one that it has to the next, and its id names, with blanks between them, the arrows that it is made of.
   */
  public Picture without(Predicate<String> unseen) {
    List<Flow> drawnThrough = new ArrayList<>();
    Set<String> forking = new HashSet<>(forks);
    flows.stream().filter(flow -> !unseen.test(flow.source())).forEach(flow -> follow(List.of(flow), unseen, drawnThrough, forking));
    return new Picture(elements, drawnThrough, forking, Set.of());
  }

  private void follow(List<Flow> way, Predicate<String> unseen, List<Flow> drawnThrough, Set<String> forking) {
    String source = way.get(0).source();
    String reached = way.get(way.size() - 1).target();
    if (!unseen.test(reached)) {
      drawnThrough.add(new Flow(way.stream().map(Flow::id).collect(Collectors.joining(" ")), source, reached));
      return;
    }
    if (forks.contains(reached)) {
      forking.add(source);
    }
    flows.stream().filter(next -> next.source().equals(reached) && !way.contains(next)).forEach(next -> follow(Stream.concat(way.stream(), Stream.of(next)).toList(), unseen, drawnThrough, forking));
  }

  /** Whether it only routes. */
  public boolean isGateway(String elementId) {
    Element found = elements.get(elementId);
    return found != null && found.type().endsWith("Gateway");
  }

  /** What people call an element; its id for one that is not in the picture. */
  public String nameOf(String elementId) {
    Element found = elements.get(elementId);
    return found == null ? elementId : found.name();
  }
}
