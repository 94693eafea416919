package dev.kefu.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The {@code validate} part of a component; settings that the form leaves out are null. */
record Validation(Setting required, Setting minLength, Setting maxLength, Setting min, Setting max, Pattern pattern, String patternMessage,
                  String preset) {

  static Validation of(JsonNode component, String name) {
    JsonNode validate = component.path("validate");
    return new Validation(
      Setting.of(validate.path("required")),
      Setting.of(validate.path("minLength")),
      Setting.of(validate.path("maxLength")),
      Setting.of(validate.path("min")),
      Setting.of(validate.path("max")),
      pattern(validate.path("pattern").asText(""), name),
      patternMessage(validate.path("patternErrorMessage").asText("").strip(), component.path("label").asText("").strip()),
      preset(validate.path("validationType").asText(""), name));
  }

  private static Pattern pattern(String pattern, String name) {
    if (pattern.isEmpty()) {
      return null;
    }
    try {
      return BrowserPattern.compile(pattern);
    } catch (PatternSyntaxException invalid) {
      throw new FormDefinitionException(name + ": the pattern " + pattern + " cannot be read: " + invalid.getDescription(), invalid);
    }
  }

  /** The form's own words, without the label that stands before every message. */
  private static String patternMessage(String message, String label) {
    String own = message.startsWith(label + ":") ? message.substring(label.length() + 1).strip() : message;
    return own.isEmpty() ? Messages.PATTERN : own;
  }

  private static String preset(String preset, String name) {
    return switch (preset) {
      case "", "custom" -> null;
      case "email", "phone" -> preset;
      default -> throw new FormDefinitionException(name + ": unknown validation type '" + preset + "', use a pattern");
    };
  }
}
