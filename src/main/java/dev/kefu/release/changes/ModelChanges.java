package dev.kefu.release.changes;

import dev.kefu.release.changes.Change.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What differs between two process models, element by element; the picture is told in one line. */
final class ModelChanges {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";
  /** Drawn with the element that they belong to, so they are told as part of it. */
  private static final Set<String> PARTS = Set.of("laneSet", "conditionExpression", "timeDuration", "timeDate", "timeCycle", "multiInstanceLoopCharacteristics", "documentation",
      "extensionElements", "completionCondition", "loopCardinality");
  private static final Set<String> DRAWN = Set.of("BPMNShape", "BPMNEdge");
  /** The other end says it. */
  private static final Set<String> ECHOES = Set.of("incoming", "outgoing");

  /** What the engine takes where nothing is written; Camunda Modeler leaves it out when it saves. */
  private static final Map<String, String> DEFAULTS = Map.of("mapDecisionResult", "resultList", "cancelActivity", "true", "isInterrupting", "true", "exclusive", "true",
      "isStartableInTasklist", "true", "calledElementBinding", "latest", "decisionRefBinding", "latest", "isSequential", "false");

  private ModelChanges() {
  }

  static List<Change> between(byte[] before, byte[] after) {
    Element old = XmlFile.read(before);
    Element now = XmlFile.read(after);
    Map<String, Element> olds = elements(old);
    Map<String, Element> news = elements(now);
    List<Change> changes = new ArrayList<>();
    news.forEach((id, element) -> {
      if (!olds.containsKey(id)) {
        changes.add(new Change(id, describe(element), Kind.ADDED, List.of()));
      } else {
        List<String> words = Facts.differences(facts(olds.get(id)), facts(element));
        if (!words.isEmpty()) {
          changes.add(new Change(id, describe(element), Kind.CHANGED, words));
        }
      }
    });
    olds.forEach((id, element) -> {
      if (!news.containsKey(id)) {
        changes.add(new Change(id, describe(element), Kind.REMOVED, List.of()));
      }
    });
    redrawn(old, now, changes);
    return changes;
  }

  private static Map<String, Element> elements(Element root) {
    Map<String, Element> elements = new LinkedHashMap<>();
    XmlFile.all(root).stream().filter(element -> isOwn(element) && !element.getLocalName().equals("definitions")).forEach(element -> elements.put(element.getAttribute("id"), element));
    return elements;
  }

  private static boolean isOwn(Element element) {
    return BPMN.equals(element.getNamespaceURI()) && element.hasAttribute("id") && !PARTS.contains(element.getLocalName()) && !element.getLocalName().endsWith("EventDefinition");
  }

  private static Map<String, String> facts(Element element) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("kind 種類", element.getLocalName());
    attributes(element, "", facts);
    XmlFile.children(element).forEach(child -> collect(child, facts));
    return facts;
  }

  private static void attributes(Element element, String prefix, Map<String, String> facts) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      boolean isSpoken = !"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI()) && !attribute.getLocalName().equals("id")
          && !"http://www.w3.org/2001/XMLSchema-instance".equals(attribute.getNamespaceURI()) && !attribute.getValue().equals(DEFAULTS.get(attribute.getLocalName()));
      if (isSpoken) {
        facts.putIfAbsent(prefix + attribute.getLocalName(), attribute.getValue());
      }
    }
  }

  private static void collect(Element part, Map<String, String> facts) {
    String name = part.getLocalName();
    if (isOwn(part) || ECHOES.contains(name)) {
      return;
    }
    switch (name) {
      case "property" -> facts.put("property 屬性 " + part.getAttribute("name"), part.getAttribute("value"));
      case "inputParameter", "outputParameter" -> facts.put((name.startsWith("in") ? "input 輸入 " : "output 輸出 ") + part.getAttribute("name"), part.getTextContent());
      case "in" -> facts.put("hands over 傳入 " + part.getAttribute("target"), part.getAttribute("source") + part.getAttribute("sourceExpression") + part.getAttribute("businessKey"));
      case "out" -> facts.put("takes back 傳回 " + part.getAttribute("source") + part.getAttribute("sourceExpression"), part.getAttribute("target"));
      case "flowNodeRef" -> facts.merge("steps in it 其中步驟", part.getTextContent().strip(), (one, other) -> one + ", " + other);
      default -> {
        attributes(part, XmlFile.children(part).isEmpty() || name.endsWith("EventDefinition") ? "" : name + " ", facts);
        if (XmlFile.children(part).isEmpty() && !part.getTextContent().isBlank()) {
          facts.put(name, part.getTextContent().strip());
        }
        XmlFile.children(part).forEach(child -> collect(child, facts));
      }
    }
  }

  private static String describe(Element element) {
    String type = element.getLocalName().replaceAll("([A-Z])", " $1").toLowerCase();
    String name = element.getAttribute("name").replaceAll("\\s+", " ").strip();
    String ends = name.isEmpty() && element.hasAttribute("sourceRef") ? " " + element.getAttribute("sourceRef") + " → " + element.getAttribute("targetRef") : "";
    return Character.toUpperCase(type.charAt(0)) + type.substring(1) + (name.isEmpty() ? ends : " “" + name + "”") + " (" + element.getAttribute("id") + ")";
  }

  private static void redrawn(Element old, Element now, List<Change> changes) {
    Map<String, String> before = drawing(old);
    Map<String, String> after = drawing(now);
    long moved = after.entrySet().stream().filter(one -> before.containsKey(one.getKey()) && !before.get(one.getKey()).equals(one.getValue())).count();
    if (moved > 0) {
      changes.add(new Change("", "Picture 圖形", Kind.CHANGED, List.of(moved + " shapes or lines moved 個圖形或連線移動了位置")));
    }
  }

  private static Map<String, String> drawing(Element root) {
    Map<String, String> drawing = new TreeMap<>();
    XmlFile.all(root).stream().filter(element -> DRAWING.equals(element.getNamespaceURI()) && DRAWN.contains(element.getLocalName())).forEach(shape -> {
      StringBuilder place = new StringBuilder();
      XmlFile.all(shape).stream().filter(part -> Set.of("Bounds", "waypoint").contains(part.getLocalName()))
          .forEach(part -> List.of("x", "y", "width", "height").forEach(name -> place.append(number(part.getAttribute(name))).append(' ')));
      drawing.put(shape.getAttribute("bpmnElement"), place.toString());
    });
    return drawing;
  }

  /** {@code 100} and {@code 100.0} are the same place. */
  private static String number(String text) {
    return text.replaceAll("\\.0+$", "");
  }
}
