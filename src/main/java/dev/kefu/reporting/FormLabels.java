package dev.kefu.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the options of a form's fields are called: codes stand in the registers, their names in the forms. */
public final class FormLabels {

  private FormLabels() {
  }

  /**
   * Reads the options of a field from the form's file.
   *
   * @param form for example {@code complaint/complaint-handling-register}
   * @param key for example {@code registration.kind}
   * @throws IllegalStateException when the form has no such field with options
   */
  public static Map<String, String> of(String form, String key) {
    String file = "/forms/" + form + ".form";
    try (InputStream content = FormLabels.class.getResourceAsStream(file)) {
      if (content != null) {
        for (JsonNode field : new ObjectMapper().readTree(content).findParents("values")) {
          if (field.path("key").asText().equals(key)) {
            Map<String, String> labels = new LinkedHashMap<>();
            field.path("values").forEach(option -> labels.put(option.path("value").asText(), option.path("label").asText()));
            return labels;
          }
        }
      }
      throw new IllegalStateException(file + " has no field " + key + " with options.");
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
