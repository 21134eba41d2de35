package io.tocsin.templates.exec;

import io.tocsin.templates.golang.GoType;
import java.util.List;

/** The expressions other than fields and calls. */
final class Expressions {
  private Expressions() {}

  record Constant(Object value) implements Expression {
    @Override
    public Object value(Frame frame) {
      return value;
    }
  }

  record Dot() implements Expression {
    @Override
    public Object value(Frame frame) {
      return frame.dot;
    }
  }

  record Variable(int slot) implements Expression {
    @Override
    public Object value(Frame frame) {
      return frame.variables[slot];
    }
  }

  /** A pipeline that sets variables. */
  record Assign(Expression expression, List<Integer> slots) implements Expression {
    @Override
    public Object value(Frame frame) {
      Object value = Nil.collapse(expression.value(frame));
      for (int slot : slots) {
        frame.variables[slot] = value;
      }
      return value;
    }
  }

  /** A pipeline within an expression: whatever nil it gives is no value. */
  record Collapsed(Expression expression) implements Expression {
    @Override
    public Object value(Frame frame) {
      return Nil.collapse(expression.value(frame));
    }
  }

  /** An argument of which the type is checked. */
  record Typed(Expression expression, GoType type, Site site) implements Expression {
    @Override
    public Object value(Frame frame) {
      return Arguments.check(expression.value(frame), type, site);
    }
  }

  /** What cannot be evaluated. */
  record Fail(String message, Site site) implements Expression {
    @Override
    public Object value(Frame frame) {
      throw site.fail(message);
    }
  }

  /** {@code and} and {@code or}, which evaluate no more than they must. */
  record Shortcut(boolean isOr, List<Expression> operands) implements Expression {
    @Override
    public Object value(Frame frame) {
      Object value = null;
      for (Expression operand : operands) {
        value = operand.value(frame);
        if (Values.isTrue(value) == isOr) {
          return value;
        }
      }
      return value;
    }
  }
}
