package dev.kefu.engine.model;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** Parses FEEL as the server does and lists the names that an expression asks for. */
final class Feel {

  private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();
  private static final Pattern STRING = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
  /** Paths; a name before an opening parenthesis is a function. */
  private static final Pattern PATH = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*(?![\\w.]|\\s*\\()");
  /** Functions whose name has a blank. */
  private static final Pattern LONG_FUNCTION = Pattern.compile("\\b(list contains|string length|starts with|ends with|upper case|lower case)\\s*\\(");
  private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "if", "then", "else", "true", "false", "null", "in", "for", "return", "some", "every",
      "satisfies", "between", "instance", "of", "item", "function", "date", "time", "duration", "string", "number", "contains", "length", "count");

  private Feel() {
  }

  /** The reason why it is no FEEL expression, or empty. */
  static Optional<String> problem(String expression) {
    return problem(ENGINE.parseExpression(expression));
  }

  /** The reason why it is no cell of a decision table's inputs, or empty. */
  static Optional<String> problemOfCell(String unaryTests) {
    return problem(ENGINE.parseUnaryTests(unaryTests));
  }

  private static Optional<String> problem(ParseResult result) {
    return result.isSuccess() ? Optional.empty() : Optional.of(result.failure().message());
  }

  /** Dotted names outside of strings, without keywords and functions. */
  static Set<String> paths(String expression) {
    Set<String> paths = new LinkedHashSet<>();
    Matcher matcher = PATH.matcher(LONG_FUNCTION.matcher(STRING.matcher(expression).replaceAll("\"\"")).replaceAll("("));
    while (matcher.find()) {
      if (!KEYWORDS.contains(matcher.group())) {
        paths.add(matcher.group());
      }
    }
    return paths;
  }
}
