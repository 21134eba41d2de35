package io.tocsin.templates.exec;

import io.tocsin.templates.golang.GoFunction;
import java.util.List;

/** The builtins that have nodes of their own, for what they do or for speed. */
final class Intrinsics {
  private Intrinsics() {}

  /**
   * @param hasLast whether the last argument comes from the pipeline
   */
  static Expression call(
      String name, GoFunction function, List<Expression> arguments, boolean hasLast, Site site) {
    var call = new Call(name, function, arguments, hasLast, site);
    return switch (name) {
      case "and", "or" ->
          hasLast
              ? new PipedShortcut(name.equals("or"), arguments)
              : new Expressions.Shortcut(name.equals("or"), arguments);
      case "eq" ->
          arguments.size() == 2 && !hasLast
              ? new Equal(arguments.getFirst(), arguments.getLast(), call)
              : call;
      case "not" -> new Not(arguments.getFirst());
      default -> call;
    };
  }

  /** {@code and} or {@code or} the last operand of which was evaluated before the others. */
  record PipedShortcut(boolean isOr, List<Expression> operands) implements Expression {
    @Override
    public Object value(Frame frame) {
      int end = operands.size() - 1;
      Object last = operands.get(end).value(frame);
      for (int i = 0; i < end; i++) {
        Object value = operands.get(i).value(frame);
        if (Values.isTrue(value) == isOr) {
          return value;
        }
      }
      return last;
    }
  }

  /** {@code eq} of two operands, most of which are strings. */
  record Equal(Expression left, Expression right, Call general) implements Expression {
    @Override
    public Object value(Frame frame) {
      Object a = left.value(frame);
      Object b = right.value(frame);
      if (a instanceof String text && b instanceof String other) {
        return text.equals(other);
      }
      Object[] values = {Nil.collapse(a), Nil.collapse(b)};
      return general.apply(values, frame);
    }
  }

  record Not(Expression operand) implements Expression {
    @Override
    public Object value(Frame frame) {
      return !Values.isTrue(operand.value(frame));
    }
  }
}
