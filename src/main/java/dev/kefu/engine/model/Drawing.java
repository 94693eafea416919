package dev.kefu.engine.model;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/**
 * Where the elements of a model are drawn, in pixels.
 *
 * @param shapes nodes, notes and data, without frames
 * @param frames pools and lanes
 * @param lines straight pieces of flows and associations
 * @param labels names that stand beside their element
 */
record Drawing(Map<BaseElement, Rectangle2D> shapes, Map<BaseElement, Rectangle2D> frames, Map<BaseElement, List<Line2D>> lines, Map<BaseElement, Rectangle2D> labels) {

  static Drawing of(ProcessFile file) {
    Drawing drawing = new Drawing(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    for (BpmnShape shape : file.model().getModelElementsByType(BpmnShape.class)) {
      BaseElement element = shape.getBpmnElement();
      if (element != null && shape.getBounds() != null) {
        (element instanceof Lane || element instanceof Participant ? drawing.frames : drawing.shapes).put(element, box(shape.getBounds()));
        drawing.addLabel(element, shape.getBpmnLabel());
      }
    }
    for (BpmnEdge edge : file.model().getModelElementsByType(BpmnEdge.class)) {
      if (edge.getBpmnElement() != null) {
        drawing.lines.put(edge.getBpmnElement(), pieces(List.copyOf(edge.getWaypoints())));
        drawing.addLabel(edge.getBpmnElement(), edge.getBpmnLabel());
      }
    }
    return drawing;
  }

  private void addLabel(BaseElement element, BpmnLabel label) {
    if (label != null && label.getBounds() != null && !Elements.name(element).isBlank()) {
      labels.put(element, box(label.getBounds()));
    }
  }

  private static Rectangle2D box(Bounds bounds) {
    return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
  }

  private static List<Line2D> pieces(List<Waypoint> points) {
    List<Line2D> pieces = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      pieces.add(new Line2D.Double(point(points.get(i - 1)), point(points.get(i))));
    }
    return pieces;
  }

  private static Point2D point(Waypoint point) {
    return new Point2D.Double(point.getX(), point.getY());
  }

  boolean isDrawn(BaseElement element) {
    return shapes.containsKey(element) || frames.containsKey(element) || lines.containsKey(element);
  }

  /** The box made smaller on each side, so that touching is not overlapping. */
  static Rectangle2D inner(Rectangle2D box, double margin) {
    return new Rectangle2D.Double(box.getX() + margin, box.getY() + margin, Math.max(1, box.getWidth() - 2 * margin), Math.max(1, box.getHeight() - 2 * margin));
  }
}
