package dev.kefu.history.cases;

import dev.kefu.history.models.Picture;
import dev.kefu.history.models.Picture.Flow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Works out which arrows a case took. The engine keeps none, but whatever started at an element came along one arrow into it, from what had ended there last in the
 * same scope; an element that goes on in one direction only gives one arrow for each of its passages.
 */
class TakenPath {

  private final Picture picture;

  /** For a history that has everything but links. */
  TakenPath(Picture picture) {
    this(picture, id -> false);
  }

  /** For a history that lacks these elements, too. */
  TakenPath(Picture picture, Predicate<String> unseen) {
    this.picture = picture.without(unseen.or(picture.links()::contains));
  }

  /**
   * Something that happened at an element.
   *
   * @param scope what it happened in: the process instance, or one passage of a sub-process
   * @param endedAt null while it goes on
   * @param order grows along the case, also within a moment
   */
  record Passage(String id, String element, String scope, Instant startedAt, Instant endedAt, boolean canceled, long order) {
  }

  /**
   * An arrow that was taken.
   *
   * @param times how often
   * @param lastAt when for the last time
   */
  record Taken(String flow, int times, Instant lastAt) {
  }

  /** The arrows, in the order in which they were taken first. */
  List<Taken> of(List<Passage> passages) {
    List<Passage> inOrder = passages.stream().sorted(Comparator.comparing(Passage::startedAt).thenComparing(Passage::order)).toList();
    Map<String, Taken> taken = new LinkedHashMap<>();
    Set<String> left = new HashSet<>();
    for (Passage passage : inOrder) {
      arrow(passage, inOrder, left).ifPresent(way -> Stream.of(way.id().split(" ")).forEach(flow -> taken.merge(flow, new Taken(flow, 1, passage.startedAt()),
          (before, now) -> new Taken(before.flow(), before.times() + 1, now.lastAt()))));
    }
    return new ArrayList<>(taken.values());
  }

  /** A way from an element to another. */
  private record Step(Flow flow, Passage from) {
  }

  private Optional<Flow> arrow(Passage to, List<Passage> all, Set<String> left) {
    List<Step> possible = new ArrayList<>();
    for (Flow flow : picture.flows()) {
      if (flow.target().equals(to.element())) {
        all.stream().filter(from -> from.element().equals(flow.source()) && leadsTo(from, to) && !left.contains(from.id() + goesOn(flow)))
            .forEach(from -> possible.add(new Step(flow, from)));
      }
    }
    Optional<Step> best = possible.stream().max(Comparator.comparing((Step step) -> step.from().endedAt()).thenComparing(step -> step.from().order()));
    best.ifPresent(step -> left.add(step.from().id() + goesOn(step.flow())));
    return best.map(Step::flow);
  }

  private static boolean leadsTo(Passage from, Passage to) {
    return from != to && !from.canceled() && from.endedAt() != null && from.scope().equals(to.scope()) && !from.endedAt().isAfter(to.startedAt())
        && !from.startedAt().isAfter(to.startedAt()) && from.order() <= to.order();
  }

  /** What a passage takes once: of a fork each arrow, of anything else any. */
  private String goesOn(Flow flow) {
    return picture.forks().contains(flow.source()) ? " " + flow.id() : "";
  }
}
