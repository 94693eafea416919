package dev.kefu.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a web application says in a language: its own English from Camunda's web jar, our Chinese. */
record Labels(JsonNode dates, Map<String, String> texts) {

  static final String FOLDER = "/META-INF/resources/webjars/camunda/app/";

  static Labels english(String application) {
    return of(application, "en");
  }

  static Labels chinese(String application) {
    return of(application, "zh");
  }

  private static Labels of(String application, String language) {
    try (InputStream file = Labels.class.getResourceAsStream(FOLDER + application + "/locales/" + language + ".json")) {
      // Camunda's files begin with a byte order mark.
      JsonNode json = new JsonMapper().readTree(new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", ""));
      Map<String, String> texts = new LinkedHashMap<>();
      json.get("labels").properties().forEach(label -> texts.put(label.getKey(), label.getValue().textValue()));
      return new Labels(json.path("dateLocales"), texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
