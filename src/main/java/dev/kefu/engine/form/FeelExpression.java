package dev.kefu.engine.form;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;

/** A FEEL expression of a form, parsed once. One that cannot be parsed is kept too, so that whoever needs its value can say so. */
final class FeelExpression {

  private static final FeelEngineApi PARSER = FeelEngineBuilder.forJava().build();

  private final String text;
  private final ParsedExpression parsed;
  private final String failure;

  private FeelExpression(String text, ParsedExpression parsed, String failure) {
    this.text = text;
    this.parsed = parsed;
    this.failure = failure;
  }

  /** Parses the text behind the {@code =} of a form's expression. */
  static FeelExpression of(String text) {
    ParseResult result = PARSER.parseExpression(text);
    return result.isSuccess()
      ? new FeelExpression(text, result.parsedExpression(), null)
      : new FeelExpression(text, null, result.failure().message());
  }

  static boolean isExpression(String value) {
    return value != null && value.startsWith("=");
  }

  /** Returns null when the text is no FEEL. */
  ParsedExpression parsed() {
    return parsed;
  }

  String text() {
    return text;
  }

  String failure() {
    return failure;
  }

  /** Returns the paths that the expression mentions, as lists of names; names bound by {@code for}, {@code some} and {@code every} are not among them. */
  Set<List<String>> paths() {
    Set<List<String>> paths = new LinkedHashSet<>();
    if (parsed != null) {
      collect(parsed.expression(), Set.of(), paths);
    }
    return paths;
  }

  private static void collect(Object node, Set<String> bound, Set<List<String>> paths) {
    List<String> path = pathOf(node);
    if (path != null && !bound.contains(path.get(0))) {
      paths.add(path);
    }
    if (node instanceof Ref) {
      return;
    }
    if (path != null) {
      collectFilters(node, bound, paths);
    } else if (node instanceof Iterable<?> list) {
      collectAll(list.iterator(), bound, paths);
    } else if (node instanceof Product product) {
      collectAll(product.productIterator(), withNamesOf(node, bound), paths);
    }
  }

  private static void collectAll(Iterator<?> nodes, Set<String> bound, Set<List<String>> paths) {
    while (nodes.hasNext()) {
      collect(nodes.next(), bound, paths);
    }
  }

  private static void collectFilters(Object node, Set<String> bound, Set<List<String>> paths) {
    if (node instanceof PathExpression path) {
      collectFilters(path.path(), bound, paths);
    } else if (node instanceof Filter filter) {
      collect(filter.filter(), bound, paths);
      collectFilters(filter.list(), bound, paths);
    }
  }

  /** Returns the names of {@code a.b[1].c} without its filter, or null when the node is no path. */
  private static List<String> pathOf(Object node) {
    if (node instanceof Ref ref) {
      List<String> names = new ArrayList<>();
      for (Iterator<String> all = ref.names().iterator(); all.hasNext();) {
        names.add(all.next());
      }
      return names;
    }
    if (node instanceof Filter filter) {
      return pathOf(filter.list());
    }
    if (node instanceof PathExpression path) {
      List<String> names = pathOf(path.path());
      if (names != null) {
        names.add(path.key());
      }
      return names;
    }
    return null;
  }

  private static Set<String> withNamesOf(Object node, Set<String> bound) {
    Iterable<? extends Product> iterators = node instanceof For loop ? loop.iterators()
      : node instanceof SomeItem some ? some.iterators()
      : node instanceof EveryItem every ? every.iterators() : null;
    if (iterators == null) {
      return bound;
    }
    Set<String> names = new LinkedHashSet<>(bound);
    for (Iterator<? extends Product> all = iterators.iterator(); all.hasNext();) {
      names.add((String) all.next().productElement(0));
    }
    return names;
  }
}
