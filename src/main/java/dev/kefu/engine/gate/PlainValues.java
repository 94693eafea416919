package dev.kefu.engine.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.type.JsonValueType;

/** Turns variables into plain Java (Map, List, String, Number, Boolean, null) and objects back into {@code Json} variables. */
public final class PlainValues {

  static final int MAX_BYTES = 256 * 1024;

  private static final String JSON_FORMAT = "application/json";
  private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() { };
  private static final Set<ValueType> PLAIN_TYPES = Set.of(ValueType.STRING, ValueType.BOOLEAN, ValueType.INTEGER, ValueType.LONG,
      ValueType.SHORT, ValueType.DOUBLE, ValueType.NUMBER, ValueType.NULL);
  /** Two equal keys in one object would let one pass the check and the other be stored. */
  private static final ObjectMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private PlainValues() {
  }

  /**
   * Reads what a person submitted: {@code Json} objects of at most {@value #MAX_BYTES} bytes, and plain values.
   *
   * @throws org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException for anything else; names the variable
   */
  static Map<String, Object> submitted(Map<String, Object> variables) {
    VariableMap typed = Variables.fromMap(variables);
    Map<String, Object> plain = new LinkedHashMap<>();
    typed.keySet().forEach(name -> plain.put(name, submittedValue(name, typed.getValueTyped(name))));
    return plain;
  }

  private static Object submittedValue(String name, TypedValue value) {
    if (value == null) {
      return null;
    }
    Object object = isJson(value) ? json(value) : value.getValue();
    boolean untyped = value.getType() == null;
    if (isJson(value) || object instanceof SpinJsonNode || untyped && object instanceof Map) {
      return object(name, text(name, object));
    }
    if (untyped ? !isPlain(object) : !PLAIN_TYPES.contains(value.getType())) {
      throw refused(name, "send a form's data as JSON 表單數據須為 JSON");
    }
    return object instanceof String text && looksLikeObject(text) ? object(name, text) : object;
  }

  private static boolean isPlain(Object value) {
    return value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
  }

  private static boolean looksLikeObject(String text) {
    return text.startsWith("{") && text.endsWith("}");
  }

  private static String text(String name, Object value) {
    if (value instanceof String || value instanceof SpinJsonNode) {
      return value.toString();
    }
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException notJson) {
      throw refused(name, "send a form's data as JSON 表單數據須為 JSON");
    }
  }

  private static Map<String, Object> object(String name, String json) {
    if (json == null || json.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw refused(name, json == null ? "is empty 為空" : "is larger than 256 kB 超過 256 kB");
    }
    try {
      Map<String, Object> object = JSON.readValue(json, OBJECT);
      if (object == null) {
        throw refused(name, "must be a JSON object 須為 JSON 對象");
      }
      return object;
    } catch (JsonProcessingException notAnObject) {
      throw refused(name, "must be a JSON object 須為 JSON 對象");
    }
  }

  private static RuntimeException refused(String name, String message) {
    return Refusal.badRequest("Please correct 請更正: " + name + ": " + message);
  }

  /** Reads a case's variables; what is no JSON and not plain stays as it is. */
  public static Map<String, Object> stored(VariableMap variables) {
    Map<String, Object> plain = new LinkedHashMap<>();
    variables.keySet().forEach(name -> plain.put(name, storedValue(variables.getValueTyped(name))));
    return plain;
  }

  /** Reads one variable as {@link #stored} does. */
  public static Object storedValue(TypedValue value) {
    if (value == null || !isJson(value)) {
      return value == null || value instanceof SerializableValue serializable && !serializable.isDeserialized() ? null : value.getValue();
    }
    try {
      String text = json(value);
      return text == null ? null : JSON.readValue(text, Object.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("A stored Json variable is no JSON", damaged);
    }
  }

  private static boolean isJson(TypedValue value) {
    return value.getType() != null && JsonValueType.TYPE_NAME.equals(value.getType().getName());
  }

  private static String json(TypedValue value) {
    SerializableValue serializable = (SerializableValue) value;
    if (!serializable.isDeserialized()) {
      return serializable.getValueSerialized();
    }
    return serializable.getValue() == null ? null : serializable.getValue().toString();
  }

  /** Parses a file of ours. */
  static Object parsed(String json) {
    try {
      return JSON.readValue(json, Object.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("A deployed form is no JSON", damaged);
    }
  }

  /** Makes a variable of a plain value: objects and lists become {@code Json}, as Tasklist stores them. */
  static Object variable(Object plain) {
    if (!(plain instanceof Map || plain instanceof List)) {
      return plain;
    }
    try {
      return SpinValues.jsonValue(JSON.writeValueAsString(plain)).serializationDataFormat(JSON_FORMAT).create();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Plain values are always valid JSON", e);
    }
  }
}
