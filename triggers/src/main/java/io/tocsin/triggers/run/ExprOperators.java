package io.tocsin.triggers.run;

import java.util.function.Consumer;
import org.apache.commons.jexl3.JexlCache;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlOperator;
import org.apache.commons.jexl3.introspection.JexlMethod;
import org.apache.commons.jexl3.parser.JexlNode;

/** What JEXL's operators mean in an emitted script. Immutable and thread-safe. */
final class ExprOperators implements JexlOperator.Uberspect {
  @Override
  public boolean overloads(JexlOperator operator) {
    return true;
  }

  @Override
  public JexlMethod getOperator(JexlOperator operator, Object... arguments) {
    return null;
  }

  @Override
  public Object tryOverload(JexlCache.Reference node, JexlOperator operator, Object... arguments) {
    try {
      return arguments.length == 1
          ? unary(operator, arguments[0])
          : binary(operator, arguments[0], arguments[1]);
    } catch (Failure failure) {
      throw onLine(failure, node);
    }
  }

  private static Object unary(JexlOperator operator, Object value) {
    return switch (operator) {
      case NOT -> !Values.truth(value);
      case CONDITION -> Values.truth(value);
      case NEGATE -> GoMath.negate(value);
      default -> JexlEngine.TRY_FAILED;
    };
  }

  private static Object binary(JexlOperator operator, Object a, Object b) {
    return switch (operator) {
      case EQ -> Equality.equal(a, b);
      case LT -> GoMath.less(a, b, "<");
      case LTE -> GoMath.lessOrEqual(a, b, "<=");
      case GT -> GoMath.less(b, a, ">");
      case GTE -> GoMath.lessOrEqual(b, a, ">=");
      case ADD -> GoMath.add(a, b);
      case SUBTRACT -> GoMath.subtract(a, b);
      case MULTIPLY -> GoMath.multiply(a, b);
      case DIVIDE -> GoMath.divide(a, b);
      case MOD -> GoMath.modulo(a, b);
      case XOR -> GoMath.power(a, b);
      case AND -> contains(a, b);
      default -> throw new IllegalStateException(operator + " is not emitted");
    };
  }

  @Override
  public boolean contains(
      JexlCache.Reference node, JexlOperator operator, Object container, Object value) {
    try {
      return Membership.in(value, container);
    } catch (Failure failure) {
      throw onLine(failure, node);
    }
  }

  @Override
  public boolean startsWith(
      JexlCache.Reference node, JexlOperator operator, Object text, Object prefix) {
    try {
      return !Values.isNil(text)
          && !Values.isNil(prefix)
          && Values.text(text).startsWith(Values.text(prefix));
    } catch (Failure failure) {
      throw onLine(failure, node);
    }
  }

  @Override
  public boolean endsWith(
      JexlCache.Reference node, JexlOperator operator, Object text, Object suffix) {
    try {
      return !Values.isNil(text)
          && !Values.isNil(suffix)
          && Values.text(text).endsWith(Values.text(suffix));
    } catch (Failure failure) {
      throw onLine(failure, node);
    }
  }

  private static boolean contains(Object text, Object part) {
    return !Values.isNil(text)
        && !Values.isNil(part)
        && Values.text(text).contains(Values.text(part));
  }

  private static Failure onLine(Failure failure, JexlCache.Reference node) {
    return node instanceof JexlNode place ? failure.onLine(place.getLine()) : failure;
  }

  @Override
  public Object tryAssignOverload(
      JexlCache.Reference node,
      JexlOperator operator,
      Consumer<Object> assign,
      Object... arguments) {
    throw new IllegalStateException(operator + " is not emitted");
  }

  @Override
  public Object size(JexlCache.Reference node, Object object) {
    throw new IllegalStateException("size is not emitted");
  }

  @Override
  public Object empty(JexlCache.Reference node, Object object) {
    throw new IllegalStateException("empty is not emitted");
  }
}
