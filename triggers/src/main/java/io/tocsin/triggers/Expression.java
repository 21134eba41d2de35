package io.tocsin.triggers;

import java.util.Map;
import java.util.Set;

/** A compiled expression. Immutable and safe for use by any number of threads at once. */
public interface Expression {
  /** The text it was compiled from. */
  String source();

  /**
   * Evaluates the expression. An exception that a function among the variables throws is passed on,
   * unless it is a {@link io.tocsin.templates.golang.GoException}.
   *
   * @param variables the names that it can use; never changed
   * @return a value of Go's, as {@link io.tocsin.templates.golang} maps them
   * @throws ExpressionException when it fails or a limit is reached
   */
  Object evaluate(Map<String, Object> variables);

  /**
   * Evaluates the expression, noting the value of each part. A failure is part of the explanation.
   *
   * @throws ExpressionException when the expression is too large to be explained
   */
  Explanation explain(Map<String, Object> variables);

  /**
   * Whether the value can change with the time alone, as that of {@code time.Now()} and {@code
   * now()}.
   */
  boolean readsClock();

  /** Whether it names one of these variables. */
  boolean names(Set<String> variables);

  /**
   * Compiles an expression of Expr, or of plain JEXL when it begins with {@code jexl:}.
   *
   * @throws ExpressionException when it does not compile
   */
  static Expression compile(String source) {
    return source.stripLeading().startsWith(JexlExpression.PREFIX)
        ? JexlExpression.of(source)
        : ExprExpression.of(source);
  }
}
