package dev.kefu.engine.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the paths that a template such as {@code {{#loop need.items}}{{name}}{{/loop}}} reads. */
final class TemplatePaths {

  private static final Pattern TAG = Pattern.compile("\\{\\{\\s*(#if\\s|#loop\\s|/if|/loop)?(.*?)}}", Pattern.DOTALL);

  private final Set<List<String>> paths = new LinkedHashSet<>();
  private final Deque<Loop> loops = new ArrayDeque<>();

  private record Loop(PathScope scope, Set<List<String>> list, int pathsBefore) {
  }

  private TemplatePaths() {
  }

  static boolean isTemplate(String text) {
    return text != null && TAG.matcher(text).find();
  }

  static Set<List<String>> of(String template, PathScope scope) {
    TemplatePaths reader = new TemplatePaths();
    reader.loops.push(new Loop(scope, Set.of(), 0));
    for (Matcher tag = TAG.matcher(template); tag.find();) {
      reader.read(tag.group(1) == null ? "" : tag.group(1).strip(), tag.group(2));
    }
    return reader.paths;
  }

  private void read(String keyword, String expression) {
    PathScope scope = loops.peek().scope();
    switch (keyword) {
      case "#loop" -> {
        Set<List<String>> list = resolve(expression, scope);
        loops.push(new Loop(scope.loop(list.isEmpty() ? List.of() : list.iterator().next()), list, paths.size()));
      }
      case "/loop" -> close();
      case "/if" -> { }
      default -> paths.addAll(resolve(expression, scope));
    }
  }

  /** A list of which the loop shows certain columns is read for these alone; otherwise all of it is read. */
  private void close() {
    if (loops.size() == 1) {
      return;
    }
    Loop loop = loops.pop();
    boolean plain = loop.list().size() == 1;
    if (!plain || paths.size() == loop.pathsBefore()) {
      paths.addAll(loop.list());
    }
  }

  private static Set<List<String>> resolve(String expression, PathScope scope) {
    Set<List<String>> resolved = new LinkedHashSet<>();
    FeelExpression.of(expression.strip()).paths().stream().map(scope::resolve).flatMap(Optional::stream).forEach(resolved::add);
    return resolved;
  }
}
