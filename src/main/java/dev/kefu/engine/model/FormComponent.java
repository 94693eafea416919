package dev.kefu.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A component of a form.
 *
 * @param prefix path of the groups around it, with a dot at its end, or empty
 * @param list the dynamic list that it is a column of; null for none
 */
record FormComponent(JsonNode json, String prefix, FormComponent list) {

  private static final Set<String> FIELDS =
      Set.of("textfield", "textarea", "number", "datetime", "checkbox", "select", "radio", "checklist", "taglist", "filepicker", "expression");

  String type() {
    return json.path("type").asText();
  }

  String id() {
    return json.path("id").asText();
  }

  String text(String property) {
    return json.path(property).asText();
  }

  /** Has a value of its own. */
  boolean isField() {
    return FIELDS.contains(type());
  }

  /** A field or a dynamic list. */
  boolean isInput() {
    return isField() || type().equals("dynamiclist");
  }

  boolean isChoice() {
    return Set.of("select", "radio", "checklist", "taglist").contains(type());
  }

  String path() {
    return prefix + text(type().equals("dynamiclist") ? "path" : "key");
  }

  /** The part of the path before the first dot; empty without a dot. */
  String root() {
    int dot = path().indexOf('.');
    return dot < 0 ? "" : path().substring(0, dot);
  }

  String label() {
    return type().equals("datetime") && json.path("label").isMissingNode()
        ? text(text("subtype").equals("time") ? "timeLabel" : "dateLabel") : text("label");
  }

  JsonNode validate(String constraint) {
    return json.path("validate").path(constraint);
  }

  /** All texts of the component itself, wherever they stand in it, but not those of components below it. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    collect(json, texts);
    return texts;
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isTextual()) {
      texts.add(node.asText());
    } else if (node.isObject()) {
      node.properties().forEach(field -> {
        if (!field.getKey().equals("components")) {
          collect(field.getValue(), texts);
        }
      });
    } else {
      node.forEach(child -> collect(child, texts));
    }
  }

  /** For example {@code "Phone 電話" (field_need_phone)}. */
  String describe() {
    return (label().isEmpty() ? "of type " + type() : "\"" + label() + "\"") + " (" + (id().isEmpty() ? path() : id()) + ")";
  }
}
