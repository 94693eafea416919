package dev.kefu.engine.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys that a form knows at one level: objects below objects, down to fields and lists. */
final class Shape {

  private final Map<String, Shape> members = new LinkedHashMap<>();
  private FormComponent owner;

  /** Returns the keys of a form's top, or of a list's rows. */
  static Shape of(List<FormComponent> components) {
    Shape shape = new Shape();
    shape.addAll(components);
    return shape;
  }

  private void addAll(List<FormComponent> components) {
    for (FormComponent component : components) {
      if (component.isField() || component.isList()) {
        add(component);
      } else {
        addAll(component.components());
      }
    }
  }

  private void add(FormComponent component) {
    Shape at = this;
    for (String name : component.names()) {
      at = at.owner == null ? at.members.computeIfAbsent(name, unknown -> new Shape()) : at;
    }
    if (at.owner != null || !at.members.isEmpty()) {
      throw new FormDefinitionException("Component '" + component.id() + "': the path " + component.path() + " is already taken");
    }
    at.owner = component;
  }

  Map<String, Shape> members() {
    return members;
  }

  /** Returns the field or list whose value stands here, or null for an object of several. */
  FormComponent owner() {
    return owner;
  }
}
