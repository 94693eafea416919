package dev.kefu.engine.form;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** What expressions see: the variables, and in a list row also {@code this}, {@code parent} and the row numbers {@code i}, as in form-js. Missing values are null. */
final class FeelContext {

  private final FeelEngineApi engine;
  private final Map<String, Object> data;
  private final Map<String, Object> visible;
  private final List<Integer> rows;

  private FeelContext(FeelEngineApi engine, Map<String, Object> data, Object self, Object parent, List<Integer> rows) {
    this.engine = engine;
    this.data = data;
    this.rows = rows;
    visible = new LinkedHashMap<>();
    visible.put("this", self);
    visible.put("parent", parent);
    visible.put("i", rows);
    visible.putAll(data);
    visible.put("_this_", self);
    visible.put("_parent_", parent);
    visible.put("_i_", rows);
  }

  static FeelEngineApi engine(Clock clock) {
    return FeelEngineBuilder.forJava().withClock(() -> clock.instant().atZone(clock.getZone())).build();
  }

  static FeelContext top(FeelEngineApi engine, Map<String, Object> data) {
    return new FeelContext(engine, data, data, null, List.of());
  }

  FeelContext row(Object row, int index) {
    List<Integer> numbers = new ArrayList<>(rows);
    numbers.add(index + 1);
    return new FeelContext(engine, data, row, visible, List.copyOf(numbers));
  }

  /**
   * Returns the value, null when one that it needs is missing.
   *
   * @throws Failure when the expression cannot be evaluated
   */
  Object value(FeelExpression expression) throws Failure {
    if (expression.parsed() == null) {
      throw new Failure(expression.failure());
    }
    EvaluationResult result = engine.evaluate(expression.parsed(), visible);
    if (result.isFailure()) {
      throw new Failure(result.failure().message());
    }
    for (var failures = result.suppressedFailures().iterator(); failures.hasNext();) {
      refuseUnlessMissing(failures.next());
    }
    return result.result();
  }

  /** Returns a fixed setting as it is, an expression's value otherwise. */
  Object value(Setting setting) throws Failure {
    return setting.expression() == null ? setting.value() : value(setting.expression());
  }

  /** Answers a condition; one that comes out as null, because a value is missing, is not met. */
  boolean isMet(FeelExpression condition) throws Failure {
    Object result = value(condition);
    if (result != null && !(result instanceof Boolean)) {
      throw new Failure("the result is neither yes nor no");
    }
    return Boolean.TRUE.equals(result);
  }

  /** A missing value is ordinary; a comparison of a text with a number is not: the browser would decide it otherwise. */
  private static void refuseUnlessMissing(EvaluationFailure failure) throws Failure {
    boolean missing = switch (failure.failureType().toString()) {
      case "NO_VARIABLE_FOUND", "NO_CONTEXT_ENTRY_FOUND", "NO_PROPERTY_FOUND" -> true;
      default -> failure.failureMessage().contains("'null'");
    };
    if (!missing) {
      throw new Failure(failure.failureMessage());
    }
  }

  /** An expression that cannot be evaluated. */
  static final class Failure extends Exception {

    Failure(String message) {
      super(message);
    }
  }
}
