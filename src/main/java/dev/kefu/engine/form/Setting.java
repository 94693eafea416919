package dev.kefu.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** A setting of a component that is either a fixed value or a FEEL expression. */
record Setting(Object value, FeelExpression expression) {

  /** Returns null when the form does not set it. */
  static Setting of(JsonNode node) {
    if (node.isMissingNode() || node.isNull() || node.isTextual() && node.textValue().isBlank()) {
      return null;
    }
    if (node.isTextual() && FeelExpression.isExpression(node.textValue())) {
      return new Setting(null, FeelExpression.of(node.textValue().substring(1)));
    }
    return new Setting(node.isBoolean() ? (Object) node.booleanValue() : node.isNumber() ? node.decimalValue() : node.asText(), null);
  }

  static BigDecimal asNumber(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof Number || value instanceof String) {
      try {
        return new BigDecimal(value.toString().strip());
      } catch (NumberFormatException noNumber) {
        return null;
      }
    }
    return null;
  }
}
