package dev.kefu.engine.model;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.LaneSet;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** What makes a picture readable. */
final class PictureRules {

  static final List<Rule> RULES = List.of(
      Rule.ofProcess("picture-complete", "Everything in a model is drawn.", PictureRules::complete),
      Rule.ofProcess("picture-open", "A sub-process is drawn open; not every viewer shows closed ones.", PictureRules::open),
      Rule.ofProcess("picture-no-overlap", "No shape covers another one.", PictureRules::noOverlap),
      Rule.ofProcess("picture-in-lane", "A node is drawn inside the lane and the sub-process that it belongs to, and every node has a lane if there are lanes.", PictureRules::inLane),
      Rule.ofProcess("picture-left-to-right", "The normal case runs from left to right.", PictureRules::leftToRight),
      Rule.ofProcess("picture-no-crossing", "No flow crosses another one.", PictureRules::noCrossing),
      Rule.ofProcess("picture-flow-around", "No flow runs through a shape.", PictureRules::flowAround),
      Rule.ofProcess("picture-labels-free", "No label stands on a flow, a shape or another label.", PictureRules::labelsFree));

  private PictureRules() {
  }

  private static void complete(ProcessFile file, Findings findings) {
    Drawing drawing = Drawing.of(file);
    Stream.<Collection<? extends BaseElement>>of(file.all(FlowNode.class), file.all(SequenceFlow.class), file.all(Lane.class), file.all(Participant.class),
        file.all(TextAnnotation.class), file.all(Association.class)).flatMap(Collection::stream).filter(element -> !drawing.isDrawn(element))
        .forEach(element -> findings.add(file, element, "is not drawn. Open the model in Camunda Modeler, remove the element and draw it again."));
  }

  private static void open(ProcessFile file, Findings findings) {
    file.model().getModelElementsByType(BpmnShape.class).stream().filter(shape -> shape.getBpmnElement() instanceof SubProcess && !shape.isExpanded())
        .forEach(shape -> findings.add(file, shape.getBpmnElement(), "is drawn closed. Open it, or make it a model of its own."));
  }

  private static void noOverlap(ProcessFile file, Findings findings) {
    pairs(Drawing.of(file).shapes(), (one, other) -> Drawing.inner(one, 1).intersects(Drawing.inner(other, 1))).stream().filter(pair -> !belongTogether(pair.get(0), pair.get(1)))
        .forEach(pair -> findings.add(file, pair.get(0), "covers " + Findings.describe(pair.get(1)) + ". Move one of them."));
  }

  private static boolean belongTogether(BaseElement one, BaseElement other) {
    return isHost(one, other) || isHost(other, one) || isInside(one, other) || isInside(other, one);
  }

  private static boolean isHost(BaseElement event, BaseElement host) {
    return event instanceof BoundaryEvent boundary && (boundary.getAttachedTo().equals(host) || isInside(boundary.getAttachedTo(), host));
  }

  private static boolean isInside(BaseElement element, BaseElement sub) {
    return element.getParentElement() instanceof SubProcess parent && (parent.equals(sub) || isInside(parent, sub));
  }

  private static void inLane(ProcessFile file, Findings findings) {
    Drawing drawing = Drawing.of(file);
    boolean hasLanes = !file.all(LaneSet.class).isEmpty();
    for (FlowNode node : file.all(FlowNode.class)) {
      Optional<Lane> lane = file.laneOf(node);
      if (hasLanes && lane.isEmpty()) {
        findings.add(file, node, "stands in no lane. Move it into one.");
      }
      Stream.concat(lane.stream().map(drawing.frames()::get), Stream.ofNullable(drawing.shapes().get(node.getParentElement())))
          .filter(frame -> frame != null && drawing.shapes().containsKey(node) && !frame.contains(drawing.shapes().get(node)))
          .findFirst().ifPresent(frame -> findings.add(file, node, "is drawn outside of its lane or sub-process. Move it inside."));
    }
  }

  private static void leftToRight(ProcessFile file, Findings findings) {
    Map<BaseElement, Rectangle2D> shapes = Drawing.of(file).shapes();
    for (StartEvent start : file.starts()) {
      Set<FlowNode> seen = new HashSet<>();
      FlowNode node = start;
      while (seen.add(node) && !node.getOutgoing().isEmpty()) {
        FlowNode next = node.getOutgoing().iterator().next().getTarget();
        if (shapes.containsKey(node) && shapes.containsKey(next) && !seen.contains(next) && shapes.get(next).getCenterX() <= shapes.get(node).getCenterX()) {
          findings.add(file, next, "follows in the normal case but is not drawn to the right of " + Findings.describe(node) + ". Move it.");
        }
        node = next;
      }
    }
  }

  private static void noCrossing(ProcessFile file, Findings findings) {
    pairs(Drawing.of(file).lines(), PictureRules::cross).stream().filter(pair -> !(pair.get(0) instanceof SequenceFlow one && pair.get(1) instanceof SequenceFlow other
        && (one.getSource().equals(other.getSource()) || one.getTarget().equals(other.getTarget())))).forEach(pair -> findings.add(file, pair.get(0),
        "crosses " + Findings.describe(pair.get(1)) + ". Lead it another way, or use a link event."));
  }

  /** Two lines cross when pieces of them meet elsewhere than at a piece's end. */
  private static boolean cross(List<Line2D> one, List<Line2D> other) {
    return one.stream().anyMatch(a -> other.stream().anyMatch(b -> a.intersectsLine(b)
        && a.ptSegDist(b.getP1()) > 1 && a.ptSegDist(b.getP2()) > 1 && b.ptSegDist(a.getP1()) > 1 && b.ptSegDist(a.getP2()) > 1));
  }

  private static void flowAround(ProcessFile file, Findings findings) {
    Drawing drawing = Drawing.of(file);
    file.all(SequenceFlow.class).forEach(flow -> drawing.shapes().forEach((shape, box) -> {
      boolean isEnd = Stream.of(flow.getSource(), flow.getTarget()).anyMatch(end -> end.equals(shape) || isInside(end, shape) || isHost(end, shape));
      if (!isEnd && crosses(drawing.lines().get(flow), Drawing.inner(box, 2))) {
        findings.add(file, flow, "runs through " + Findings.describe(shape) + ". Lead it around.");
      }
    }));
  }

  private static void labelsFree(ProcessFile file, Findings findings) {
    Drawing drawing = Drawing.of(file);
    drawing.labels().forEach((element, label) -> {
      Rectangle2D text = Drawing.inner(label, 3);
      drawing.lines().entrySet().stream().filter(line -> crosses(line.getValue(), text)).forEach(line ->
          findings.add(file, element, "has its name on " + Findings.describe(line.getKey()) + ". Move the name."));
      drawing.shapes().entrySet().stream().filter(shape -> !shape.getKey().equals(element) && shape.getValue().intersects(text))
          .filter(shape -> !(isInside(element, shape.getKey()) && shape.getValue().contains(text))).forEach(shape ->
              findings.add(file, element, "has its name on " + Findings.describe(shape.getKey()) + ". Move the name."));
    });
    pairs(drawing.labels(), (one, other) -> Drawing.inner(one, 3).intersects(Drawing.inner(other, 3))).forEach(pair ->
        findings.add(file, pair.get(0), "has its name on the name of " + Findings.describe(pair.get(1)) + ". Move one of them."));
  }

  private static boolean crosses(List<Line2D> lines, Rectangle2D box) {
    return lines != null && lines.stream().anyMatch(line -> line.intersects(box));
  }

  /** All pairs of elements whose drawings meet. */
  private static <T> List<List<BaseElement>> pairs(Map<BaseElement, T> drawn, BiPredicate<T, T> meet) {
    List<Map.Entry<BaseElement, T>> all = new ArrayList<>(drawn.entrySet());
    List<List<BaseElement>> pairs = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (Map.Entry<BaseElement, T> other : all.subList(i + 1, all.size())) {
        if (meet.test(all.get(i).getValue(), other.getValue())) {
          pairs.add(List.of(all.get(i).getKey(), other.getKey()));
        }
      }
    }
    return pairs;
  }
}
