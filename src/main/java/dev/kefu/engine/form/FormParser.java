package dev.kefu.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.engine.ModelProperties;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the components of one form file; refuses what form-js 1.8.7 refuses, and what the server could not check. */
final class FormParser {

  private final String form;
  private final Set<String> ids = new HashSet<>();

  FormParser(String form) {
    this.form = form;
  }

  /**
   * Reads the components below a container.
   *
   * @param parent the container's path as shown, empty at the top
   * @param names the container's names from the row or the top down
   */
  List<FormComponent> components(JsonNode container, String parent, List<String> names) {
    List<FormComponent> components = new ArrayList<>();
    for (JsonNode component : container.path("components")) {
      components.add(component(component, parent, names));
    }
    return List.copyOf(components);
  }

  private FormComponent component(JsonNode json, String parent, List<String> parentNames) {
    String id = json.path("id").asText(null);
    String name = "Form " + form + ", component '" + (id == null ? json.path("key").asText(json.path("label").asText("?")) : id) + "'";
    if (id != null && !ids.add(id)) {
      throw new FormDefinitionException(name + ": another component has the same id");
    }
    ComponentType type = ComponentType.of(json.path("type").asText(""))
      .orElseThrow(() -> new FormDefinitionException(name + ": unknown type '" + json.path("type").asText("") + "'"));
    String own = binding(json, type, name);
    List<String> names = join(parentNames, own);
    String path = own.isEmpty() ? parent : parent.isEmpty() ? own : parent + "." + own;
    boolean list = type == ComponentType.DYNAMICLIST;
    Map<String, String> properties = properties(json);
    List<FormComponent> children = type.isContainer() ? components(json, list ? path + "[]" : path, list ? List.of() : names) : List.of();
    return FormComponent.builder()
      .type(type)
      .id(id)
      .path(own.isEmpty() ? null : path)
      .names(names)
      .label(type == ComponentType.TEXT && properties.containsKey(ModelProperties.ATTACHMENT) ? firstLine(json) : label(json, own))
      .properties(properties)
      .definition(json)
      .disabled(json.path("disabled").asBoolean(false))
      .hide(condition(json.path("conditional").path("hide").asText("")))
      .validation(Validation.of(json, name))
      .options(type.hasOptions() ? Options.of(json) : null)
      .number(type == ComponentType.NUMBER ? NumberSettings.of(json) : null)
      .date(type == ComponentType.DATETIME ? DateSettings.of(json, name) : null)
      .rows(list ? Rows.of(properties, children, name) : null)
      .components(children)
      .build();
  }

  /** Without a key or path form-js makes one up, which nobody could check. */
  private static String binding(JsonNode json, ComponentType type, String name) {
    String binding = type.isField() ? json.path("key").asText("") : type.isContainer() ? json.path("path").asText("") : "";
    if (binding.isEmpty() && type.isField()) {
      throw new FormDefinitionException(name + ": a " + type.formName() + " needs a key");
    }
    if (binding.isEmpty() && type == ComponentType.DYNAMICLIST) {
      throw new FormDefinitionException(name + ": a dynamiclist needs a path");
    }
    if (!binding.isEmpty() && !binding.matches("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*")) {
      throw new FormDefinitionException(name + ": '" + binding + "' is no path of names joined by dots");
    }
    return binding;
  }

  private static List<String> join(List<String> names, String binding) {
    List<String> all = new ArrayList<>(names);
    if (!binding.isEmpty()) {
      all.addAll(List.of(binding.split("\\.")));
    }
    return List.copyOf(all);
  }

  private static String label(JsonNode json, String binding) {
    for (String property : List.of("label", "dateLabel", "timeLabel")) {
      String label = json.path(property).asText("").strip();
      if (!label.isEmpty()) {
        return label;
      }
    }
    return binding.substring(binding.lastIndexOf('.') + 1);
  }

  /** Without the signs of Markdown, as a person reads it. */
  private static String firstLine(JsonNode text) {
    return text.path("text").asText("").replaceAll("[*#`]|(?<!\\w)_|_(?!\\w)", "").strip().lines().findFirst().orElse("");
  }

  private static Map<String, String> properties(JsonNode json) {
    Map<String, String> properties = new LinkedHashMap<>();
    json.path("properties").fields().forEachRemaining(property -> properties.put(property.getKey(), property.getValue().asText()));
    return Map.copyOf(properties);
  }

  /** A condition without {@code =} never hides anything in the browser. */
  private static FeelExpression condition(String hide) {
    return FeelExpression.isExpression(hide) ? FeelExpression.of(hide.substring(1)) : null;
  }
}
