package dev.kefu.engine.model;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/** Collects what one rule finds and words it alike: the element first, by type, name and id, then what is wrong and what to do. */
final class Findings {

  private final String rule;
  private final List<Finding> found = new ArrayList<>();

  Findings(String rule) {
    this.rule = rule;
  }

  /** A finding about a file that is not there or about no file at all (an empty path). */
  void add(String path, String element, String message) {
    found.add(new Finding(path, element, message, rule));
  }

  void add(ModelFile file, String element, String message) {
    add(file.path(), element, message);
  }

  void add(ModelFile file, BaseElement element, String message) {
    add(file, element.getId(), capital(describe(element)) + " " + message);
  }

  /** The element that holds an expression or a piece of XML, by its id. */
  void addAt(ProcessFile file, String id, String message) {
    file.find(id, BaseElement.class).ifPresentOrElse(element -> add(file, element, message), () -> add(file, id, "Element " + id + " " + message));
  }

  void add(FormFile form, FormComponent component, String message) {
    add(form, component.id(), "Field " + component.describe() + " " + message);
  }

  List<Finding> found() {
    return found;
  }

  /** For example {@code user task "Answer 解答" (userTask_answer)}. */
  static String describe(BaseElement element) {
    String type = element.getElementType().getTypeName().replaceAll("([A-Z])", " $1").toLowerCase();
    String name = Elements.name(element).replaceAll("\\s+", " ").trim();
    return type + (name.isEmpty() ? "" : " \"" + name + "\"") + (element.getId() == null ? "" : " (" + element.getId() + ")");
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
