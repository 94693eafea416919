package dev.kefu.engine.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.engine.CasesFromOutside.Choice;
import dev.kefu.engine.CasesFromOutside.Field;
import dev.kefu.engine.CasesFromOutside.FormOutline;
import dev.kefu.engine.CasesFromOutside.WrongField;
import dev.kefu.engine.form.ComponentType;
import dev.kefu.engine.form.FieldError;
import dev.kefu.engine.form.FormComponent;
import dev.kefu.engine.form.FormDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Tells other programs what a form asks for, in words of the form's content: without its root. */
final class Outlines {

  private Outlines() {
  }

  static FormOutline of(FormDefinition form) {
    String root = root(form);
    return new FormOutline(root, form.fields().stream().filter(field -> !field.path().contains("[]")).map(field -> field(field, root)).toList());
  }

  static WrongField belowRoot(FieldError error, FormDefinition form) {
    String root = root(form);
    String path = error.path().equals(root) ? "" : error.path().startsWith(root + ".") ? error.path().substring(root.length() + 1) : error.path();
    return new WrongField(path, error.label(), error.message());
  }

  /** What a browser would have filled in before the person began: defaults of fields that are always asked for and that the data leave out. */
  static Map<String, Object> withDefaults(Map<String, Object> data, FormDefinition form) {
    Map<String, Object> filled = new LinkedHashMap<>(data);
    for (FormComponent field : form.fields()) {
      JsonNode value = field.definition().path("defaultValue");
      if (hasDefault(field, root(form))) {
        filled.putIfAbsent(field.path().substring(root(form).length() + 1),
            value.isNumber() ? value.decimalValue() : value.isBoolean() ? (Object) value.booleanValue() : value.asText());
      }
    }
    return filled;
  }

  /** Hidden or not depends on other answers, and a row or a group stands deeper: these are left to the sender. */
  private static boolean hasDefault(FormComponent field, String root) {
    JsonNode value = field.definition().path("defaultValue");
    return value.isValueNode() && !value.isNull() && !field.definition().has("conditional") && field.path().substring(root.length() + 1).matches("\\w+");
  }

  private static String root(FormDefinition form) {
    if (form.roots().size() != 1) {
      throw new IllegalStateException("The form " + form.id() + " of a message must write one variable, not " + form.roots());
    }
    return form.roots().iterator().next();
  }

  private static Field field(FormComponent field, String root) {
    JsonNode file = field.definition();
    String type = field.type() == ComponentType.DATETIME ? file.path("subtype").asText("date") : field.type().formName();
    List<Choice> options = StreamSupport.stream(file.path("values").spliterator(), false)
        .map(option -> option.isObject() ? new Choice(option.path("value").asText(), option.path("label").asText(option.path("value").asText()))
            : new Choice(option.asText(), option.asText())).toList();
    return new Field(field.path().substring(root.length() + 1), field.label(), type,
        file.path("validate").path("required").asBoolean() && !hasDefault(field, root),
        file.path("serializeToString").asBoolean(), type.endsWith("time") ? file.path("timeSerializingFormat").asText("no_timezone") : null, options);
  }
}
