package dev.kefu.engine.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The data that a form's expressions see: the case's variables with the form's own fields as submitted, null where they were not; disabled fields keep their value. */
final class Overlay {

  private Overlay() {
  }

  static Map<String, Object> of(FormDefinition form, Map<String, Object> submitted, Map<String, Object> caseVariables) {
    return merge(form.shape(), submitted, caseVariables);
  }

  private static Map<String, Object> merge(Shape shape, Map<?, ?> submitted, Map<?, ?> before) {
    Map<String, Object> merged = new LinkedHashMap<>();
    before.forEach((name, value) -> merged.put((String) name, value));
    shape.members().forEach((name, member) -> {
      Object value = submitted.get(name);
      if (member.owner() == null) {
        merged.put(name, merge(member, asMap(value), asMap(before.get(name))));
      } else if (member.owner().disabled()) {
        merged.putIfAbsent(name, Json.plain(member.owner().definition().path("defaultValue")));
      } else {
        merged.put(name, value);
      }
    });
    return merged;
  }

  private static Map<?, ?> asMap(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  /** Returns the value that the names lead to, or null. */
  static Object find(Object container, List<String> names) {
    Object value = container;
    for (String name : names) {
      value = asMap(value).get(name);
    }
    return value;
  }
}
