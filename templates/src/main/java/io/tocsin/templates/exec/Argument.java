package io.tocsin.templates.exec;

import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.parse.Operand;

/**
 * An argument before it is known what takes it.
 *
 * @param expression null when the operand is a literal
 */
record Argument(Operand operand, Expression expression, Site site) {
  /** The argument as a parameter of that type takes it. */
  Expression as(GoType type) {
    if (expression == null) {
      return Arguments.literal(operand, type, site);
    }
    return type == GoType.ANY ? expression : new Expressions.Typed(expression, type, site);
  }
}
