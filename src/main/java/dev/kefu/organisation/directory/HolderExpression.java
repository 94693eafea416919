package dev.kefu.organisation.directory;

import dev.kefu.organisation.RoleDirectory;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;

/** All candidate groups of a user task with holders in the place of merged posts; each once, or the engine would write a right twice. */
@RequiredArgsConstructor
class HolderExpression implements Expression {

  private final List<Expression> written;
  private final RoleDirectory roles;

  @Override
  public Set<String> getValue(VariableScope scope) {
    return written.stream().flatMap(expression -> ids(expression.getValue(scope))).map(roles::holderOf).collect(Collectors.toSet());
  }

  @Override
  public void setValue(Object value, VariableScope scope) {
    throw new UnsupportedOperationException("Candidate groups are only read");
  }

  @Override
  public String getExpressionText() {
    return written.stream().map(Expression::getExpressionText).collect(Collectors.joining(","));
  }

  @Override
  public boolean isLiteralText() {
    return written.stream().allMatch(Expression::isLiteralText);
  }

  private Stream<String> ids(Object value) {
    if (value instanceof String text) {
      return Arrays.stream(text.split(",")).map(String::trim).filter(id -> !id.isEmpty());
    }
    if (value instanceof Collection<?> collection) {
      return collection.stream().map(String::valueOf);
    }
    throw new IllegalStateException("Candidate groups \"" + getExpressionText() + "\" must give a text or a list of role ids, not " + value);
  }
}
