package dev.kefu.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * How a number field takes and shows its value.
 *
 * @param decimalDigits at most so many, or null
 * @param increment the value is a multiple of it, or null
 * @param asText whether the value travels as text, as money does
 * @param suffix the unit behind the value, or empty
 */
record NumberSettings(Integer decimalDigits, BigDecimal increment, boolean asText, String suffix) {

  static NumberSettings of(JsonNode component) {
    JsonNode digits = component.path("decimalDigits");
    String suffix = component.path("appearance").path("suffixAdorner").asText("");
    return new NumberSettings(
      digits.isInt() && digits.intValue() >= 0 ? digits.intValue() : null,
      positive(Setting.asNumber(Json.plain(component.path("increment")))),
      component.path("serializeToString").asBoolean(false),
      FeelExpression.isExpression(suffix) || TemplatePaths.isTemplate(suffix) ? "" : suffix);
  }

  private static BigDecimal positive(BigDecimal number) {
    return number != null && number.signum() > 0 ? number : null;
  }
}
