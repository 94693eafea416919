package dev.kefu.engine.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on a flow. Allowed are variables (also a decision result's part, {@code route.owner}), texts, numbers, {@code true}, {@code false}, {@code null},
 * comparisons, {@code &&}, {@code ||}, {@code !}, {@code empty} and parentheses; anything more is logic that belongs into a decision table or a delegate.
 */
final class Condition {

  private static final Pattern TOKEN = Pattern.compile("\\s*(==|!=|<=|>=|&&|\\|\\||[<>!()]|'[^']*'|\"[^\"]*\"|-?\\d+(\\.\\d+)?|[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*)\\s*");
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=", "eq", "ne", "lt", "gt", "le", "ge");
  private static final Set<String> LITERALS = Set.of("true", "false", "null");
  private static final Set<String> RESERVED = Set.of("and", "or", "not", "empty", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod", "instanceof");

  private final List<String> tokens;
  private final Set<String> variables = new LinkedHashSet<>();
  private int at;

  private Condition(List<String> tokens) {
    this.tokens = tokens;
  }

  /** The variables that the condition asks for, or empty when it is not of the allowed kind. */
  static Optional<Set<String>> variables(String text) {
    Matcher whole = Pattern.compile("[$#]\\{([^{}]*)}").matcher(text.strip());
    if (!whole.matches()) {
      return Optional.empty();
    }
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(whole.group(1));
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    Condition condition = new Condition(tokens);
    return end == whole.group(1).length() && condition.any() && condition.at == tokens.size() ? Optional.of(condition.variables) : Optional.empty();
  }

  private boolean any() {
    boolean good = every();
    while (good && take("||", "or")) {
      good = every();
    }
    return good;
  }

  private boolean every() {
    boolean good = comparison();
    while (good && take("&&", "and")) {
      good = comparison();
    }
    return good;
  }

  private boolean comparison() {
    if (!operand()) {
      return false;
    }
    if (at < tokens.size() && COMPARISONS.contains(tokens.get(at))) {
      at++;
      return operand();
    }
    return true;
  }

  private boolean operand() {
    if (take("!", "not", "empty")) {
      return operand();
    }
    if (take("(")) {
      return any() && take(")");
    }
    if (at == tokens.size()) {
      return false;
    }
    String token = tokens.get(at++);
    if (Character.isLetter(token.charAt(0)) || token.charAt(0) == '_') {
      if (!LITERALS.contains(token)) {
        variables.add(token.split("\\.")[0]);
      }
      return !RESERVED.contains(token);
    }
    return token.charAt(0) == '\'' || token.charAt(0) == '"' || Character.isDigit(token.charAt(token.length() - 1));
  }

  private boolean take(String... expected) {
    if (at < tokens.size() && List.of(expected).contains(tokens.get(at))) {
      at++;
      return true;
    }
    return false;
  }
}
