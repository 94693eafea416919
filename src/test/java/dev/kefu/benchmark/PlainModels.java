package dev.kefu.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.springframework.util.FileSystemUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Kefu's models of the ordinary complaint, made for an engine without Kefu: each field of a form is a variable of its own, and steps that write into registers set the values that Kefu's
 * own case got there, through the bean {@code plain} ({@link PlainValues}). Everything else stays as it is.
 */
final class PlainModels {

  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  private static final List<Path> MODELS = Stream.of("complaint/complaint-handling", "complaint/complaint-handling-duplicates", "complaint/complaint-handling-closing",
      "complaint/complaint-handling-callback", "relationship/customer-callback", "information/customer-lookup").map(name -> Path.of("processes", name + ".bpmn")).toList();
  private static final List<Path> TABLES = Stream.of("complaint/complaint-kind", "complaint/complaint-severity", "complaint/complaint-route", "complaint/complaint-duplicate-rule",
      "complaint/complaint-satisfaction", "relationship/callback-tries").map(name -> Path.of("processes", name + ".dmn")).toList();

  /** What a step sets that its model does not say: the only customer who matches is taken at once. */
  private static final Map<String, List<String>> UNDECLARED = Map.of("serviceTask_findCustomer", List.of("customerCode", "customerName", "customerGrade", "keyAccount", "customerOwner"));

  private final Pattern field;

  PlainModels() {
    Set<String> roots = new TreeSet<>();
    OrdinaryComplaint.STEPS.forEach(step -> roots.add(OrdinaryComplaint.form(step.form(), 0).root()));
    String anyRoot = "\\b(" + String.join("|", roots) + ")";
    field = Pattern.compile(anyRoot + "(?:\\.prop\\('(\\w+)'\\)\\.\\w+\\(\\)|\\.(?!prop|hasProp)(\\w+))");
  }

  /** File name to content: models, tables and forms. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    MODELS.forEach(file -> files.put(file.getFileName().toString(), model(read(file))));
    TABLES.forEach(file -> files.put(file.getFileName().toString(), plainFields(read(file))));
    forms().forEach(file -> files.put(file.getFileName().toString(), plainFields(read(file))));
    return files;
  }

  /** Writes them all into a folder that has nothing else. */
  void write(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
      Files.createDirectories(folder);
      for (Map.Entry<String, String> file : files().entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> forms() {
    Set<String> wanted = new TreeSet<>();
    MODELS.forEach(file -> Pattern.compile("formRef=\"([^\"]+)\"").matcher(read(file)).results().forEach(result -> wanted.add(result.group(1) + ".form")));
    try (Stream<Path> all = Files.walk(Path.of("forms"))) {
      return all.filter(file -> wanted.contains(file.getFileName().toString())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String model(String text) {
    Document document = parse(text);
    for (Element process : elements(document, BPMN, "process")) {
      String key = process.getAttribute("id");
      Set<String> assignees = all(process).stream().map(task -> task.getAttributeNS(CAMUNDA, "assignee").replaceAll("[${}]", "")).collect(Collectors.toSet());
      List<Element> setting = all(process).stream().filter(step -> step.hasAttributeNS(CAMUNDA, "delegateExpression")).toList();
      all(process).forEach(element -> {
        if (element.hasAttributeNS(CAMUNDA, "delegateExpression")) {
          List<Element> later = setting.subList(setting.indexOf(element) + 1, setting.size());
          element.removeAttributeNS(CAMUNDA, "delegateExpression");
          // Whose a task is may be said by several steps in turn: it is nobody's before the last one.
          String empty = sets(element).stream().filter(name -> assignees.contains(name) && later.stream().anyMatch(step -> sets(step).contains(name))).collect(Collectors.joining(","));
          element.setAttributeNS(CAMUNDA, "camunda:expression", "${execution.setVariables(plain.values('" + key + "', '" + String.join(",", sets(element)) + "', '" + empty + "'))}");
        }
        if ("inputParameter".equals(element.getLocalName()) && element.getTextContent().contains("colleagueChoices")) {
          element.setTextContent("${plain.value('" + key + "', '" + element.getAttribute("name") + "')}");
        }
      });
      if (OrdinaryComplaint.PROCESS.equals(key)) {
        elements(document, BPMN, "startEvent").get(0).setAttributeNS(CAMUNDA, "camunda:initiator", "starter");
      }
    }
    return plainFields(write(document));
  }

  private static List<String> sets(Element step) {
    Stream<String> declared = all(step).stream().filter(property -> "property".equals(property.getLocalName()) && "sets".equals(property.getAttribute("name")))
        .flatMap(property -> Stream.of(property.getAttribute("value").split(",")));
    return Stream.concat(declared, UNDECLARED.getOrDefault(step.getAttribute("id"), List.of()).stream()).toList();
  }

  private String plainFields(String text) {
    return field.matcher(text).replaceAll(found -> name(found.group(1), found.group(2) == null ? found.group(3) : found.group(2)));
  }

  /** The variable that a form's field becomes. */
  static String name(String root, String field) {
    return root + "_" + field;
  }

  /** What REST takes for a form, one variable a field; a list stays one. */
  static Map<String, Object> variables(Map<String, Object> data, String root) {
    Map<String, Object> variables = new LinkedHashMap<>();
    data.forEach((field, value) -> variables.put(name(root, field), value instanceof List<?> list ? Map.of("type", "Json", "value", json(list).toString()) : Map.of("value", value)));
    return variables;
  }

  private static JsonNode json(Object value) {
    return new ObjectMapper().valueToTree(value);
  }

  static Document parse(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    } catch (Exception e) {
      throw new IllegalArgumentException(e);
    }
  }

  static String write(Document document) {
    try {
      StringWriter writer = new StringWriter();
      TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(writer));
      return writer.toString();
    } catch (TransformerException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static List<Element> elements(Document document, String namespace, String name) {
    return list(document.getElementsByTagNameNS(namespace, name));
  }

  static List<Element> all(Element parent) {
    return list(parent.getElementsByTagNameNS("*", "*"));
  }

  private static List<Element> list(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(index -> (Element) nodes.item(index)).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
