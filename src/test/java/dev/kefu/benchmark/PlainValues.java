package dev.kefu.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;

/** What the variables were at the end of a case of Kefu's, by process: the bean {@code plain} of the models without Kefu. */
@RequiredArgsConstructor
public final class PlainValues {

  private final JsonNode recorded;
  private final Function<String, Object> json;

  /**
   * Reads what {@link RecordedCase} wrote.
   *
   * @param json makes a value of the engine's kind of a JSON text
   */
  static PlainValues of(Path file, Function<String, Object> json) {
    try {
      return new PlainValues(new ObjectMapper().readTree(Files.readString(file)), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Values of the variables with these names, separated by commas; those that the case never had are left out.
   *
   * @param empty names of those that are null for the time being
   */
  public Map<String, Object> values(String process, String names, String empty) {
    Map<String, Object> values = new HashMap<>();
    Arrays.stream(names.split(",")).filter(name -> recorded.path(process).has(name)).forEach(name -> values.put(name, value(process, name)));
    Arrays.stream(empty.split(",")).filter(values::containsKey).forEach(name -> values.put(name, null));
    return values;
  }

  /** One value. */
  public Object value(String process, String name) {
    JsonNode variable = recorded.path(process).path(name);
    JsonNode value = variable.path("value");
    return switch (variable.path("type").asText()) {
      case "boolean" -> value.asLong() == 1;
      case "integer" -> value.asInt();
      case "long" -> value.asLong();
      case "double" -> value.asDouble();
      case "json" -> json.apply(value.asText());
      case "string" -> value.asText();
      default -> null;
    };
  }
}
