package dev.kefu.engine.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an expression stands, and so what its names mean: at the top of the form, in a row of a dynamic list ({@code this} is the row, other
 * names are variables) or in a template's loop (every name belongs to the element).
 */
record PathScope(List<String> base, boolean inLoop, PathScope parent) {

  static final PathScope TOP = new PathScope(List.of(), false, null);

  PathScope row(List<String> list) {
    return new PathScope(list, false, this);
  }

  PathScope loop(List<String> list) {
    return new PathScope(list, true, this);
  }

  /** Returns the path from the top, or empty when the names lead to no variable (a row's number). */
  Optional<List<String>> resolve(List<String> names) {
    List<String> rest = names.subList(1, names.size());
    return switch (names.get(0)) {
      case "this", "_this_" -> nonEmpty(join(base, rest));
      case "parent", "_parent_" -> parent == null || rest.isEmpty() ? Optional.empty() : parent.resolveMember(rest);
      case "i", "_i_" -> Optional.empty();
      default -> Optional.of(inLoop ? join(base, names) : names);
    };
  }

  private Optional<List<String>> resolveMember(List<String> names) {
    return switch (names.get(0)) {
      case "this", "_this_", "parent", "_parent_" -> resolve(names);
      default -> Optional.of(join(base, names));
    };
  }

  private static Optional<List<String>> nonEmpty(List<String> path) {
    return path.isEmpty() ? Optional.empty() : Optional.of(path);
  }

  private static List<String> join(List<String> base, List<String> rest) {
    List<String> path = new ArrayList<>(base);
    path.addAll(rest);
    return path;
  }
}
