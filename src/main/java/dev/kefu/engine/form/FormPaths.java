package dev.kefu.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the paths that a form reads: templates, conditions, limits, options. */
final class FormPaths {

  private static final List<String> FEEL = List.of("/conditional/hide", "/readonly", "/validate/required", "/validate/min", "/validate/max",
    "/validate/minLength", "/validate/maxLength", "/valuesExpression", "/dataSource", "/columnsExpression");
  private static final List<String> TEMPLATES = List.of("/alt", "/appearance/prefixAdorner", "/appearance/suffixAdorner", "/description",
    "/label", "/source", "/text", "/content", "/url");

  private final Set<List<String>> paths = new LinkedHashSet<>();

  private FormPaths() {
  }

  /** Returns the names of {@code training.trainingRecord[].hours}. */
  static List<String> split(String path) {
    return List.of(path.replace("[]", "").split("\\."));
  }

  static Set<List<String>> readBy(List<FormComponent> components) {
    FormPaths reader = new FormPaths();
    reader.readAll(components, PathScope.TOP);
    return reader.paths;
  }

  private void readAll(List<FormComponent> components, PathScope scope) {
    for (FormComponent component : components) {
      read(component.definition(), scope);
      readAll(component.components(), component.isList() ? scope.row(rowBase(component, scope)) : scope);
    }
  }

  private static List<String> rowBase(FormComponent list, PathScope scope) {
    List<String> base = new ArrayList<>(scope.base());
    base.addAll(list.names());
    return base;
  }

  private void read(JsonNode component, PathScope scope) {
    FEEL.forEach(property -> readExpression(component.at(property).asText(""), scope));
    for (String property : TEMPLATES) {
      String text = component.at(property).asText("");
      if (FeelExpression.isExpression(text)) {
        readExpression(text, scope);
      } else if (TemplatePaths.isTemplate(text)) {
        paths.addAll(TemplatePaths.of(text, scope));
      }
    }
    String variable = component.path("valuesKey").asText("");
    if (!variable.isEmpty()) {
      paths.add(List.of(variable));
    }
  }

  private void readExpression(String text, PathScope scope) {
    if (FeelExpression.isExpression(text)) {
      FeelExpression.of(text.substring(1)).paths().stream().map(scope::resolve).flatMap(Optional::stream).forEach(paths::add);
    }
  }
}
