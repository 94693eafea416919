package dev.kefu.engine.form;

import dev.kefu.engine.ShownField;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a whole form that was handed in, as people read it. */
public final class ShownForm {

  private ShownForm() {
  }

  /**
   * Every field that a form has, in the form's order, empty ones included.
   *
   * @param form the form as it was deployed when it was handed in
   * @param caseVariables plain Java values, the form's own variable among them; they also hold the choices that a select was given
   * @param clock its zone is where date-times are read
   */
  public static List<ShownField> of(FormDefinition form, Map<String, Object> caseVariables, Clock clock) {
    List<ShownField> fields = new ArrayList<>();
    new Reader(new FactFormat(caseVariables, clock)).add(form.components(), caseVariables, "", fields);
    return fields;
  }

  private record Reader(FactFormat format) {

    private void add(List<FormComponent> components, Map<?, ?> values, String above, List<ShownField> fields) {
      for (FormComponent component : components) {
        if (component.isField()) {
          fields.add(field(component, at(values, component.names()), path(above, component)));
        } else if (component.isList()) {
          fields.add(list(component, at(values, component.names()), path(above, component)));
        } else {
          add(component.components(), values, above, fields);
        }
      }
    }

    private static String path(String above, FormComponent component) {
      return above + String.join(".", component.names());
    }

    private ShownField field(FormComponent field, Object value, String path) {
      List<String> readers = field.readers().isEmpty() ? null : field.readers();
      Object text = readers != null || value == null ? null : format.field(field, value);
      return new ShownField(path, field.label(), text == null || text.toString().isBlank() ? null : text.toString(), readers, null);
    }

    private ShownField list(FormComponent list, Object value, String path) {
      List<List<ShownField>> rows = new ArrayList<>();
      // A list without rows still has its columns: one row without values.
      for (Object row : value instanceof List<?> given && !given.isEmpty() ? given : List.of(Map.of())) {
        List<ShownField> cells = new ArrayList<>();
        add(list.components(), row instanceof Map<?, ?> map ? map : new LinkedHashMap<>(), "", cells);
        rows.add(cells);
      }
      return new ShownField(path, list.label(), null, null, rows);
    }

    private static Object at(Map<?, ?> values, List<String> names) {
      Object value = values;
      for (String name : names) {
        value = value instanceof Map<?, ?> map ? map.get(name) : null;
      }
      return value;
    }
  }
}
