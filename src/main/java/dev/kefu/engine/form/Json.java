package dev.kefu.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads form files. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {
  }

  static JsonNode read(String json) throws JsonProcessingException {
    return MAPPER.readTree(json);
  }

  /** Turns a node into plain Java: Map, List, String, Number, Boolean or null. */
  static Object plain(JsonNode node) {
    return node.isMissingNode() ? null : MAPPER.convertValue(node, Object.class);
  }
}
