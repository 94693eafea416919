package dev.kefu.document.printing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.engine.form.FormComponent;
import dev.kefu.engine.form.FormDefinition;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Fills forms in with a different value in every field, so that each is found again; what says that somebody does not sign is not chosen. */
final class FilledForm {

  private static final Set<String> NO_SIGNATURE = Set.of("return", "reject", "notConfirmed", "short", "refuse");
  private static final String SENTENCE = " The carrier opened the parcel on the way and closed it with other tape; 包裹在運送途中被拆開後重新封箱，客戶要求說明原因並賠償。";

  private final int rows;
  private final boolean wordy;
  private int next = 100;

  /**
   * Makes one that goes on counting from form to form.
   *
   * @param rows of each list
   * @param wordy whether texts of several lines are as long as they may be
   */
  FilledForm(int rows, boolean wordy) {
    this.rows = rows;
    this.wordy = wordy;
  }

  /** The case's variables: the form's own, and the choices that its selects take from others. */
  Map<String, Object> variables(FormDefinition form) {
    Map<String, Object> variables = new HashMap<>();
    fill(form.components(), variables, variables);
    return variables;
  }

  private void fill(List<FormComponent> components, Map<String, Object> into, Map<String, Object> variables) {
    for (FormComponent component : components) {
      if (component.isField()) {
        put(into, component.definition().path("key").asText(), value(component.definition(), variables));
      } else if (component.definition().path("type").asText().equals("dynamiclist")) {
        List<Map<String, Object>> filled = new ArrayList<>();
        IntStream.range(0, rows).forEach(row -> {
          Map<String, Object> cells = new HashMap<>();
          fill(component.components(), cells, variables);
          filled.add(cells);
        });
        put(into, component.definition().path("path").asText(), filled);
      } else {
        fill(component.components(), into, variables);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> into, String path, Object value) {
    String[] names = path.split("\\.");
    Map<String, Object> at = into;
    for (int i = 0; i < names.length - 1; i++) {
      at = (Map<String, Object>) at.computeIfAbsent(names[i], name -> new HashMap<>());
    }
    at.put(names[names.length - 1], value);
  }

  private Object value(JsonNode field, Map<String, Object> variables) {
    int number = next++;
    return switch (field.path("type").asText()) {
      case "number" -> number + "." + (field.path("decimalDigits").asInt() == 2 ? "25" : "0");
      case "checkbox" -> true;
      case "datetime" -> field.path("subtype").asText().equals("date") ? LocalDate.of(2026, 1, 1).plusDays(number).toString()
          : LocalDateTime.of(2026, 3, 1, 8, 0).plusMinutes(37L * number) + ":00+08:00";
      case "select", "radio" -> choice(field, number, variables);
      case "checklist", "taglist" -> List.of(choice(field, number, variables), choice(field, number + 1, variables)).stream().distinct().toList();
      case "textarea" -> "Words " + number + " 文字。" + (wordy ? SENTENCE.repeat(Math.max(0, (field.path("validate").path("maxLength").asInt(1000) - 20) / SENTENCE.length())) : "");
      default -> "W" + number + " 字詞";
    };
  }

  private static Object choice(JsonNode field, int number, Map<String, Object> variables) {
    if (field.has("valuesKey")) {
      @SuppressWarnings("unchecked")
      List<Map<String, String>> choices = (List<Map<String, String>>) variables.computeIfAbsent(field.path("valuesKey").asText(), name -> new ArrayList<>());
      choices.add(Map.of("value", "choice" + number, "label", "Choice " + number + " 選項"));
      return "choice" + number;
    }
    List<Object> codes = new ArrayList<>();
    field.path("values").forEach(value -> codes.add(value.path("value").isNumber() ? value.path("value").numberValue() : value.path("value").asText()));
    codes.removeAll(NO_SIGNATURE);
    return codes.get(number % codes.size());
  }
}
