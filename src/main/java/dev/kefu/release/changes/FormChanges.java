package dev.kefu.release.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.release.changes.Change.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What differs between two forms, field by field. */
final class FormChanges {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FormChanges() {
  }

  static List<Change> between(byte[] before, byte[] after) {
    JsonNode old = read(before);
    JsonNode now = read(after);
    List<Change> changes = new ArrayList<>();
    List<String> whole = Facts.differences(facts(old), facts(now));
    if (!whole.isEmpty()) {
      changes.add(new Change("", "Form 表單", Kind.CHANGED, whole));
    }
    Map<String, JsonNode> olds = components(old);
    Map<String, JsonNode> news = components(now);
    news.forEach((id, field) -> {
      if (!olds.containsKey(id)) {
        changes.add(new Change(id, describe(field), Kind.ADDED, Facts.differences(Map.of(), facts(field))));
      } else {
        List<String> words = Facts.differences(facts(olds.get(id)), facts(field));
        if (!words.isEmpty()) {
          changes.add(new Change(id, describe(field), Kind.CHANGED, words));
        }
      }
    });
    olds.forEach((id, field) -> {
      if (!news.containsKey(id)) {
        changes.add(new Change(id, describe(field), Kind.REMOVED, List.of()));
      }
    });
    List<String> order = news.keySet().stream().filter(olds::containsKey).toList();
    if (!order.equals(olds.keySet().stream().filter(news::containsKey).toList())) {
      changes.add(new Change("", "Order 順序", Kind.CHANGED, List.of("Fields stand in another order 字段順序改變")));
    }
    return changes;
  }

  private static JsonNode read(byte[] content) {
    try {
      return JSON.readTree(content);
    } catch (IOException e) {
      throw new IllegalArgumentException("The file is no form: " + e.getMessage(), e);
    }
  }

  private static Map<String, JsonNode> components(JsonNode form) {
    Map<String, JsonNode> components = new LinkedHashMap<>();
    collect(form, components);
    return components;
  }

  private static void collect(JsonNode parent, Map<String, JsonNode> components) {
    parent.path("components").forEach(field -> {
      components.put(field.path("id").asText(), field);
      collect(field, components);
    });
  }

  /** All that is said of a component itself; where it stands in a row, and who wrote the file, changes nothing. */
  private static Map<String, String> facts(JsonNode component) {
    Map<String, String> facts = new TreeMap<>();
    component.properties().stream().filter(property -> !List.of("components", "layout", "exporter").contains(property.getKey())).forEach(property -> collect(property.getKey(), property.getValue(), facts));
    return facts;
  }

  private static void collect(String name, JsonNode value, Map<String, String> facts) {
    if (value.isObject()) {
      value.properties().forEach(property -> collect(name + "." + property.getKey(), property.getValue(), facts));
    } else if (value.isArray()) {
      List<String> items = new ArrayList<>();
      value.forEach(item -> items.add(item.has("label") ? item.path("label").asText() + " (" + item.path("value").asText() + ")" : item.asText()));
      facts.put(name, String.join("; ", items));
    } else {
      facts.put(name, value.asText());
    }
  }

  private static String describe(JsonNode field) {
    String label = field.path("label").asText(field.path("dateLabel").asText());
    return (label.isEmpty() ? field.path("type").asText() : "“" + label + "”") + " (" + field.path("id").asText() + ")";
  }
}
