package dev.kefu.engine.form;

import dev.kefu.engine.ModelProperties;
import java.util.List;
import java.util.Map;

/** How many rows a dynamic list takes, null for no limit of its own, and what stands in a row. */
record Rows(Integer min, Integer max, Shape shape) {

  static Rows of(Map<String, String> properties, List<FormComponent> components, String name) {
    return new Rows(count(properties.get(ModelProperties.MIN_ROWS), name), count(properties.get(ModelProperties.MAX_ROWS), name), Shape.of(components));
  }

  private static Integer count(String rows, String name) {
    if (rows == null || rows.isBlank()) {
      return null;
    }
    try {
      return Integer.valueOf(rows.strip());
    } catch (NumberFormatException noNumber) {
      throw new FormDefinitionException(name + ": '" + rows + "' is no number of rows", noNumber);
    }
  }
}
