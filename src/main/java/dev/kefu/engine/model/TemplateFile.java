package dev.kefu.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/**
 * A building block that Camunda Modeler offers (an element template): what it fixes in a step, and what a process owner fills in.
 *
 * @param path file below the folder of building blocks
 */
record TemplateFile(String path, JsonNode json) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIX = "camunda:";

  /** The blocks of one file. */
  static List<TemplateFile> read(String path, Path file) throws IOException {
    List<TemplateFile> blocks = new ArrayList<>();
    JsonNode json = JSON.readTree(Files.readString(file));
    (json.isArray() ? json : JSON.createArrayNode().add(json)).forEach(block -> blocks.add(new TemplateFile(path, block)));
    return blocks;
  }

  String id() {
    return json.path("id").asText();
  }

  String version() {
    return json.path("version").asText();
  }

  String name() {
    return json.path("name").asText();
  }

  List<Entry> entries() {
    return StreamSupport.stream(json.path("properties").spliterator(), false).map(Entry::new).toList();
  }

  /** BPMN types that a step has when the block is applied, like {@code bpmn:SendTask}. */
  Set<String> types() {
    Set<String> types = new TreeSet<>();
    if (json.has("elementType")) {
      types.add(json.path("elementType").path("value").asText());
    } else {
      json.path("appliesTo").forEach(type -> types.add(type.asText()));
    }
    return types;
  }

  boolean fits(BaseElement element) {
    String type = element.getElementType().getTypeName();
    return types().contains("bpmn:" + Character.toUpperCase(type.charAt(0)) + type.substring(1));
  }

  /** The element has all that the block fixes, and the block fixes something that tells it from others. */
  boolean isUsedBy(BaseElement element) {
    return fits(element) && entries().stream().anyMatch(Entry::isFixed) && entries().stream().filter(Entry::isFixed).allMatch(entry -> entry.isKept(element));
  }

  /** The element has a property that the block asks for, and all those that it requires. */
  boolean offersWhatHas(BaseElement element) {
    Set<String> properties = Elements.properties(element).keySet();
    List<Entry> asked = entries().stream().filter(entry -> entry.kind().equals("camunda:property")).toList();
    return fits(element) && asked.stream().anyMatch(entry -> properties.contains(entry.target()))
        && asked.stream().filter(Entry::isRequired).allMatch(entry -> properties.contains(entry.target()));
  }

  /** One line of the block: where it is written in the model, and what may stand there. */
  record Entry(JsonNode json) {

    String kind() {
      return json.path("binding").path("type").asText();
    }

    /** Name of the attribute, property, input or variable that it is written to. */
    String target() {
      JsonNode binding = json.path("binding");
      return Stream.of("name", "target", "source").map(binding::path).filter(JsonNode::isTextual).map(JsonNode::asText).findFirst().orElse("");
    }

    String label() {
      return json.path("label").asText();
    }

    boolean isFixed() {
      return json.path("type").asText().equals("Hidden");
    }

    /** What the block writes by itself. */
    String preset() {
      return json.path("value").asText();
    }

    boolean isKept(BaseElement element) {
      return in(element).filter(preset()::equals).isPresent();
    }

    boolean isRequired() {
      return json.path("constraints").path("notEmpty").asBoolean();
    }

    Optional<String> pattern() {
      return Optional.of(json.path("constraints").path("pattern").path("value")).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    String hint() {
      return json.path("constraints").path("pattern").path("message").asText();
    }

    /** What a model has there, or empty. */
    Optional<String> in(BaseElement element) {
      String target = target();
      boolean isExpression = json.path("binding").path("expression").asBoolean();
      return switch (kind()) {
        case "property" -> Optional.ofNullable(target.startsWith(PREFIX) ? Elements.camunda(element, target.substring(PREFIX.length())) : element.getAttributeValue(target));
        case "camunda:property" -> Optional.ofNullable(Elements.properties(element).get(target));
        case "camunda:inputParameter" -> Elements.extensions(element, CamundaInputOutput.class).stream().flatMap(mapping -> mapping.getCamundaInputParameters().stream())
            .filter(parameter -> target.equals(parameter.getCamundaName())).map(CamundaInputParameter::getTextContent).map(String::strip).findFirst();
        case "camunda:in:businessKey" -> Elements.extensions(element, CamundaIn.class).stream().map(CamundaIn::getCamundaBusinessKey).filter(key -> key != null).findFirst();
        case "camunda:in" -> Elements.extensions(element, CamundaIn.class).stream().filter(mapping -> target.equals(mapping.getCamundaTarget()))
            .map(mapping -> isExpression ? mapping.getCamundaSourceExpression() : mapping.getCamundaSource()).filter(source -> source != null).findFirst();
        case "camunda:out" -> Elements.extensions(element, CamundaOut.class).stream().filter(mapping -> target.equals(mapping.getCamundaSource()))
            .map(CamundaOut::getCamundaTarget).filter(variable -> variable != null).findFirst();
        default -> Optional.empty();
      };
    }
  }
}
