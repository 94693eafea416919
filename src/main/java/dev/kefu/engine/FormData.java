package dev.kefu.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;

/** Reads what a person submitted in a form: one JSON variable named after the form's root. */
public final class FormData {

  private FormData() {
  }

  /**
   * Returns the form's data as a record; the record says {@code @JsonIgnoreProperties(ignoreUnknown = true)}, because a process owner may
   * add fields.
   *
   * @throws IllegalStateException when the form was never submitted in this case
   */
  public static <T> T read(VariableScope scope, String root, Class<T> type) {
    return read(scope.getVariable(root), root, type);
  }

  /** The same for a variable's value that was read before, for example through the runtime service. */
  public static <T> T read(Object variable, String root, Class<T> type) {
    if (variable instanceof SpinJsonNode node) {
      return node.mapTo(type);
    }
    throw new IllegalStateException("The form with the root \"" + root + "\" was not submitted in this case.");
  }
}
