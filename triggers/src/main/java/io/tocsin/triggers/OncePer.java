package io.tocsin.triggers;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a notification is sent once for. */
final class OncePer {
  private OncePer() {}

  /**
   * The value as Go prints it. An application of several sources has no {@code revision} but {@code
   * revisions}: where a revision is nil or empty, those stand in, joined by commas. Any other nil
   * is no value, as {@code <nil>} would be one for ever.
   *
   * @param problems gets a sentence when there is no value
   */
  static Optional<String> value(
      Expression expression, Map<String, Object> variables, List<String> problems) {
    try {
      Object value = expression.evaluate(variables);
      if (value == null || value.equals("")) {
        value = revisions(expression, variables);
      }
      if (value == null) {
        problems.add("oncePer: " + expression.source() + " has no value");
        return Optional.empty();
      }
      return Optional.of(GoFormat.sprint(value)).filter(text -> !text.isEmpty());
    } catch (ExpressionException | GoException e) {
      problems.add("oncePer: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Object revisions(Expression expression, Map<String, Object> variables) {
    if (expression instanceof ExprExpression expr
        && expr.revisions().isPresent()
        && expr.revisions().get().evaluate(variables) instanceof List<?> revisions
        && !revisions.isEmpty()) {
      return revisions.stream().map(GoFormat::sprint).collect(Collectors.joining(","));
    }
    return null;
  }
}
