package dev.kefu.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** {@link PlainModels} in Flowable's words. Decision tables are not asked: their steps set the results that Kefu's own case got. Forms are left out. */
final class FlowableModels {

  private static final String FLOWABLE = "http://flowable.org/bpmn";
  private static final Set<String> KNOWN = Set.of("assignee", "candidateGroups", "expression");
  private static final Set<String> MAPPINGS = Set.of("in", "out");

  private FlowableModels() {
  }

  /** File name to model. */
  static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    new PlainModels().files().forEach((name, text) -> {
      if (name.endsWith(".bpmn")) {
        Document document = PlainModels.parse(text);
        joinLinks(document);
        PlainModels.elements(document, PlainModels.BPMN, "process").forEach(process -> translate(document, process));
        PlainModels.elements(document, "http://www.omg.org/spec/BPMN/20100524/DI", "BPMNDiagram").forEach(FlowableModels::remove);
        files.put(name.replace(".bpmn", ".bpmn20.xml"), PlainModels.write(document));
      }
    });
    return files;
  }

  /** Flowable has no link events: what leads to one leads to where its other half goes on. Lanes, and what sequence flows say anyway, would name them still. */
  private static void joinLinks(Document document) {
    Map<String, Element> targets = new HashMap<>();
    List<Element> flows = PlainModels.elements(document, PlainModels.BPMN, "sequenceFlow");
    List<Element> links = PlainModels.elements(document, PlainModels.BPMN, "linkEventDefinition");
    List<Element> catching = links.stream().filter(link -> link.getParentNode().getLocalName().equals("intermediateCatchEvent")).toList();
    catching.forEach(link -> targets.put(link.getAttribute("name"), flows.stream().filter(flow -> flow.getAttribute("sourceRef").equals(event(link).getAttribute("id"))).findFirst().orElseThrow()));
    links.stream().filter(link -> !catching.contains(link)).forEach(link -> flows.stream().filter(flow -> flow.getAttribute("targetRef").equals(event(link).getAttribute("id")))
        .forEach(flow -> flow.setAttribute("targetRef", targets.get(link.getAttribute("name")).getAttribute("targetRef"))));
    targets.values().forEach(FlowableModels::remove);
    links.forEach(link -> remove(event(link)));
    List.of("laneSet", "incoming", "outgoing").forEach(name -> PlainModels.elements(document, PlainModels.BPMN, name).forEach(FlowableModels::remove));
  }

  private static Element event(Element definition) {
    return (Element) definition.getParentNode();
  }

  private static void translate(Document document, Element process) {
    String key = process.getAttribute("id");
    for (Element step : PlainModels.all(process)) {
      List<Element> outputs = parameters(step, "outputParameter");
      List<Element> mappings = own(step, MAPPINGS);
      boolean asksTable = "businessRuleTask".equals(step.getLocalName());
      if (asksTable || "sendTask".equals(step.getLocalName())) {
        step = (Element) document.renameNode(step, PlainModels.BPMN, "bpmn:serviceTask");
      }
      if (asksTable) {
        step.setAttributeNS(PlainModels.CAMUNDA, "camunda:expression",
            "${execution.setVariables(plain.values('" + key + "', '" + results(step, outputs) + "', ''))}");
      }
      rename(step);
      strip(step);
      if (!mappings.isEmpty() || "userTask".equals(step.getLocalName()) && !outputs.isEmpty()) {
        extend(document, step, mappings, "userTask".equals(step.getLocalName()) ? outputs : List.of());
      }
      if ("messageEventDefinition".equals(step.getLocalName()) && step.getParentNode().getLocalName().contains("hrow")) {
        remove(step);
      }
    }
    rename(process);
    strip(process);
  }

  /** Camunda's extensions go; documentation would have to stand before the new ones. */
  private static void strip(Element element) {
    own(element, Set.of("extensionElements", "documentation")).forEach(FlowableModels::remove);
  }

  /** Names of the variables that a table's answer is put into, with commas between. */
  private static String results(Element step, List<Element> outputs) {
    return Stream.concat(Stream.of(step.getAttributeNS(PlainModels.CAMUNDA, "resultVariable")), outputs.stream().map(output -> output.getAttribute("name"))).filter(name -> !name.isEmpty())
        .collect(Collectors.joining(","));
  }

  /** Attributes that both engines know get the other name space; all others of Camunda's go. */
  private static void rename(Element element) {
    List<Node> attributes = new ArrayList<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      attributes.add(element.getAttributes().item(i));
    }
    attributes.stream().filter(attribute -> PlainModels.CAMUNDA.equals(attribute.getNamespaceURI())).forEach(attribute -> {
      if (KNOWN.contains(attribute.getLocalName())) {
        element.setAttributeNS(FLOWABLE, "flowable:" + attribute.getLocalName(), attribute.getNodeValue());
      }
      element.removeAttributeNS(PlainModels.CAMUNDA, attribute.getLocalName());
    });
  }

  private static void extend(Document document, Element step, List<Element> mappings, List<Element> outputs) {
    Element extensions = document.createElementNS(PlainModels.BPMN, "bpmn:extensionElements");
    for (Element mapping : mappings) {
      if (mapping.hasAttribute("businessKey")) {
        step.setAttributeNS(FLOWABLE, "flowable:inheritBusinessKey", "true");
      } else {
        Element translated = document.createElementNS(FLOWABLE, "flowable:" + mapping.getLocalName());
        List.of("source", "sourceExpression", "target").stream().filter(mapping::hasAttribute).forEach(name -> translated.setAttribute(name, mapping.getAttribute(name)));
        extensions.appendChild(translated);
      }
    }
    for (Element output : outputs) {
      Element listener = document.createElementNS(FLOWABLE, "flowable:taskListener");
      listener.setAttribute("event", "complete");
      listener.setAttribute("expression", "${task.setVariable('" + output.getAttribute("name") + "', " + output.getTextContent().replaceAll("^[$#]\\{|}$", "") + ")}");
      extensions.appendChild(listener);
    }
    step.insertBefore(extensions, step.getFirstChild());
  }

  private static List<Element> parameters(Element step, String kind) {
    return own(step, Set.of("extensionElements")).stream().flatMap(extensions -> PlainModels.all(extensions).stream()).filter(element -> kind.equals(element.getLocalName())).toList();
  }

  /** Children with these names; of extensions, what stands in them. */
  private static List<Element> own(Element step, Set<String> names) {
    List<Element> found = new ArrayList<>();
    for (Node child = step.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        if (names.contains(element.getLocalName())) {
          found.add(element);
        } else if ("extensionElements".equals(element.getLocalName())) {
          found.addAll(own(element, names));
        }
      }
    }
    return found;
  }

  private static void remove(Node node) {
    if (node.getParentNode() != null) {
      node.getParentNode().removeChild(node);
    }
  }
}
