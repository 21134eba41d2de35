package io.tocsin.triggers.optimise;

import io.tocsin.templates.golang.GoInt;
import io.tocsin.triggers.run.GoMath;
import io.tocsin.triggers.syntax.Node;
import io.tocsin.triggers.syntax.Span;
import io.tocsin.triggers.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Computes operators over literals. */
final class Folding {
  private Folding() {}

  static Node fold(Node node) {
    return switch (node) {
      case Node.Unary unary -> unary(unary);
      case Node.Binary binary -> binary(binary);
      case Node.ListLiteral list -> list(list);
      case Node.Builtin builtin when builtin.name().equals("filter") -> Filters.nested(builtin);
      default -> node;
    };
  }

  private static Node unary(Node.Unary unary) {
    Span span = unary.span();
    return switch (unary.operator()) {
      case "-" ->
          switch (unary.operand()) {
            case Node.Int number -> new Node.Int(span, -number.value());
            case Node.Decimal number -> new Node.Decimal(span, -number.value());
            default -> unary;
          };
      case "+" ->
          switch (unary.operand()) {
            case Node.Int number -> new Node.Int(span, number.value());
            case Node.Decimal number -> new Node.Decimal(span, number.value());
            default -> unary;
          };
      default ->
          unary.operand() instanceof Node.Bool truth ? new Node.Bool(span, !truth.value()) : unary;
    };
  }

  private static Node binary(Node.Binary binary) {
    return switch (binary.operator()) {
      case "and", "&&" -> junction(binary, true);
      case "or", "||" -> junction(binary, false);
      case "==" -> equality(binary);
      case "%" -> modulo(binary);
      case "+", "-", "*", "/", "**", "^" -> arithmetic(binary);
      default -> binary;
    };
  }

  /**
   * @param neutral the value that leaves the other operand
   */
  private static Node junction(Node.Binary binary, boolean neutral) {
    if (is(binary.left(), neutral)) {
      return binary.right();
    }
    if (is(binary.right(), neutral)) {
      return binary.left();
    }
    boolean decided = is(binary.left(), !neutral) || is(binary.right(), !neutral);
    return decided ? new Node.Bool(binary.span(), !neutral) : binary;
  }

  private static boolean is(Node node, boolean value) {
    return node instanceof Node.Bool truth && truth.value() == value;
  }

  private static Node equality(Node.Binary binary) {
    Object left = literal(binary.left());
    Object right = literal(binary.right());
    if (left == null
        || right == null
        || left.getClass() != right.getClass()
        || left instanceof Double) {
      return binary;
    }
    return new Node.Bool(binary.span(), left.equals(right));
  }

  private static Node modulo(Node.Binary binary) {
    if (!(binary.left() instanceof Node.Int left && binary.right() instanceof Node.Int right)) {
      return binary;
    }
    if (right.value() == 0) {
      throw new SyntaxException("integer divide by zero", binary.span());
    }
    return new Node.Int(binary.span(), left.value() % right.value());
  }

  private static Node arithmetic(Node.Binary binary) {
    Object left = literal(binary.left());
    Object right = literal(binary.right());
    boolean numbers = left instanceof Number && right instanceof Number;
    boolean texts =
        binary.operator().equals("+") && left instanceof String && right instanceof String;
    if (!numbers && !texts) {
      return binary;
    }
    Object result =
        switch (binary.operator()) {
          case "+" -> GoMath.add(left, right);
          case "-" -> GoMath.subtract(left, right);
          case "*" -> GoMath.multiply(left, right);
          case "/" -> GoMath.divide(left, right);
          default -> GoMath.power(left, right);
        };
    return node(binary.span(), result);
  }

  private static Node node(Span span, Object value) {
    return switch (value) {
      case GoInt number -> new Node.Int(span, number.longValue());
      case Double number -> new Node.Decimal(span, number);
      default -> new Node.Text(span, (String) value);
    };
  }

  private static Node list(Node.ListLiteral list) {
    List<Object> values = new ArrayList<>();
    for (Node node : list.nodes()) {
      Object value = literal(node);
      if (value == null) {
        return list;
      }
      values.add(value);
    }
    return values.isEmpty()
        ? list
        : new Node.Constant(list.span(), Collections.unmodifiableList(values));
  }

  /** The value of a literal, or null for any other node. */
  private static Object literal(Node node) {
    return switch (node) {
      case Node.Int number -> GoInt.of(number.value());
      case Node.Decimal number -> number.value();
      case Node.Text text -> text.value();
      case Node.Bool truth -> truth.value();
      default -> null;
    };
  }
}
