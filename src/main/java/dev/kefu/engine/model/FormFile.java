package dev.kefu.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.engine.form.FormDefinition;
import dev.kefu.engine.form.FormDefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One Camunda Form.
 *
 * @param components all of them, those in groups and lists included
 * @param definition the form as the server checks it; empty when the server cannot
 * @param problem why it cannot, or empty
 */
record FormFile(String path, JsonNode json, List<FormComponent> components, Optional<FormDefinition> definition, String problem) implements ModelFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  static FormFile read(String path, Path file) throws IOException {
    String text = Files.readString(file);
    JsonNode json = JSON.readTree(text);
    List<FormComponent> components = new ArrayList<>();
    collect(json.path("components"), "", null, components);
    try {
      return new FormFile(path, json, components, Optional.of(FormDefinition.parse(text)), "");
    } catch (FormDefinitionException e) {
      return new FormFile(path, json, components, Optional.empty(), e.getMessage());
    }
  }

  private static void collect(JsonNode nodes, String prefix, FormComponent list, List<FormComponent> all) {
    for (JsonNode node : nodes) {
      FormComponent component = new FormComponent(node, prefix, list);
      all.add(component);
      boolean isList = component.type().equals("dynamiclist");
      String path = node.path("path").asText();
      collect(node.path("components"), isList || path.isEmpty() ? prefix : prefix + path + ".", isList ? component : list, all);
    }
  }

  @Override
  public String id() {
    return json.path("id").asText();
  }

  /** Fields and lists that stand for themselves, not the columns of a list. */
  List<FormComponent> inputs() {
    return components.stream().filter(component -> component.isInput() && component.list() == null).toList();
  }

  /** First parts of all keys; one, if the form is right. */
  Set<String> roots() {
    return inputs().stream().map(FormComponent::root).filter(root -> !root.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Full paths of all fields, root first. */
  Set<String> paths() {
    return inputs().stream().map(FormComponent::path).collect(Collectors.toSet());
  }

  /** Paths of groups, which a template may ask for. */
  Set<String> groups() {
    return components.stream().map(FormComponent::prefix).filter(prefix -> !prefix.isEmpty()).map(prefix -> prefix.substring(0, prefix.length() - 1)).collect(Collectors.toSet());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FormFile that && that.path.equals(path);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }
}
