package dev.kefu.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where a component's choices come from: a variable, the form itself, or FEEL; looked at in this order, as form-js does. */
record Options(String variable, List<Option> fixed, FeelExpression expression) {

  static Options of(JsonNode component) {
    JsonNode key = component.path("valuesKey");
    if (!key.isMissingNode()) {
      return new Options(key.asText(), null, null);
    }
    JsonNode values = component.path("values");
    if (!values.isMissingNode()) {
      List<Object> all = new ArrayList<>();
      values.forEach(value -> all.add(Json.plain(value)));
      return new Options(null, normalise(all), null);
    }
    String feel = component.path("valuesExpression").asText("");
    return FeelExpression.isExpression(feel) ? new Options(null, null, FeelExpression.of(feel.substring(1))) : new Options(null, List.of(), null);
  }

  /**
   * Returns the choices; none when the variable or the expression gives no list.
   *
   * @throws FeelContext.Failure when the expression cannot be evaluated
   */
  List<Option> in(FeelContext context, Map<String, Object> caseVariables) throws FeelContext.Failure {
    if (fixed != null) {
      return fixed;
    }
    Object list = variable != null ? caseVariables.get(variable) : context.value(expression);
    return list instanceof List<?> values ? normalise(values) : List.of();
  }

  private static List<Option> normalise(List<?> values) {
    return values.stream().map(Options::normalise).filter(Objects::nonNull).toList();
  }

  /** A plain value is its own label; an entry without a value is left out, as in the browser. */
  private static Option normalise(Object entry) {
    if (!(entry instanceof Map<?, ?> map)) {
      return isPlain(entry) ? new Option(entry, entry.toString()) : null;
    }
    Object value = map.get("value");
    if (map.get("label") instanceof String label && !label.isEmpty()) {
      return isPlain(value) || value instanceof Map<?, ?> object && !object.isEmpty() ? new Option(value, label) : null;
    }
    return isPlain(value) ? new Option(value, value.toString()) : null;
  }

  private static boolean isPlain(Object value) {
    return value instanceof Number || value instanceof Boolean || value instanceof String text && !text.isEmpty();
  }
}
