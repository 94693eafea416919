package dev.kefu.engine.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A set of paths, and what is left of a value when only they are kept. Lists are passed through: a path goes on in every row. */
final class PathTree {

  private final Map<String, PathTree> members = new LinkedHashMap<>();
  private boolean whole;

  void add(List<String> path) {
    PathTree at = this;
    for (String name : path) {
      at = at.members.computeIfAbsent(name, unknown -> new PathTree());
    }
    at.whole = true;
  }

  Map<String, PathTree> members() {
    return members;
  }

  /** Returns whether everything from here on is named. */
  boolean isWhole() {
    return whole;
  }

  Map<String, Object> cut(Map<?, ?> values) {
    Map<String, Object> kept = new LinkedHashMap<>();
    members.forEach((name, member) -> {
      if (values.containsKey(name)) {
        kept.put(name, member.cutValue(values.get(name)));
      }
    });
    return kept;
  }

  private Object cutValue(Object value) {
    if (whole) {
      return value;
    }
    if (value instanceof List<?> rows) {
      return rows.stream().map(this::cutValue).toList();
    }
    return value instanceof Map<?, ?> object ? cut(object) : null;
  }
}
