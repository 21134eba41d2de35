package io.tocsin.templates.exec;

import io.tocsin.templates.golang.GoCalls;
import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoKind;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.GoTypes;
import io.tocsin.templates.golang.time.GoDuration;
import io.tocsin.templates.parse.Operand;

/** Which values and literals a parameter takes. Rules: Go's text/template. */
final class Arguments {
  private Arguments() {}

  /** The value as an argument of that type. */
  static Object check(Object value, GoType type, Site site) {
    if (value == null) {
      if (!type.isNillable()) {
        throw site.fail("invalid value; expected " + type);
      }
      return GoCalls.zero(type);
    }
    if (type == GoType.ANY) {
      return Nil.collapse(value);
    }
    if (value == Nil.INTERFACE || !GoTypes.isAssignable(value, type)) {
      throw site.fail("wrong type for value; expected " + type + "; got " + Values.typeName(value));
    }
    return value;
  }

  /** A literal as an argument of that type. */
  static Expression literal(Operand operand, GoType type, Site site) {
    if (operand instanceof Operand.Nil) {
      return type.isNillable()
          ? new Expressions.Constant(GoCalls.zero(type))
          : new Expressions.Fail("cannot assign nil to " + type, site);
    }
    if (type == GoType.ANY) {
      return ideal(operand, site);
    }
    Object value = typed(operand, type);
    return value == null
        ? new Expressions.Fail(problem(operand, type), site)
        : new Expressions.Constant(value);
  }

  /** A literal where nothing says its type. */
  static Expression ideal(Operand operand, Site site) {
    return switch (operand) {
      case Operand.Bool(_, boolean value) -> new Expressions.Constant(value);
      case Operand.Text text -> new Expressions.Constant(text.text());
      case Operand.Numeral number -> ideal(number, site);
      default -> throw new IllegalArgumentException(operand + " is no literal");
    };
  }

  private static Expression ideal(Operand.Numeral number, Site site) {
    if (number.complex() != null) {
      return new Expressions.Constant(number.complex());
    }
    String text = number.text();
    if (number.floating().isPresent() && looksFloating(text)) {
      return new Expressions.Constant(number.floating().getAsDouble());
    }
    return number.integer().isPresent()
        ? new Expressions.Constant(GoInt.of(number.integer().getAsLong()))
        : new Expressions.Fail(text + " overflows int", site);
  }

  private static boolean looksFloating(String text) {
    boolean isHexadecimalInteger =
        text.length() > 2
            && (text.startsWith("0x") || text.startsWith("0X"))
            && text.chars().noneMatch(c -> c == 'p' || c == 'P');
    return !isHexadecimalInteger
        && !text.startsWith("'")
        && text.chars().anyMatch(c -> ".eEpP".indexOf(c) >= 0);
  }

  private static Object typed(Operand operand, GoType type) {
    GoKind kind = type.kind();
    return switch (operand) {
      case Operand.Bool(_, boolean value) when kind == GoKind.BOOL -> value;
      case Operand.Text text when kind == GoKind.STRING -> text.text();
      case Operand.Numeral number -> number(number, type);
      default -> null;
    };
  }

  private static Object number(Operand.Numeral number, GoType type) {
    return switch (type.kind()) {
      case INT -> number.integer().isPresent() ? integer(number.integer().getAsLong(), type) : null;
      case UINT ->
          number.unsigned().isPresent() ? integer(number.unsigned().getAsLong(), type) : null;
      case FLOAT -> number.floating().isPresent() ? number.floating().getAsDouble() : null;
      case COMPLEX -> number.complex();
      default -> null;
    };
  }

  private static Object integer(long value, GoType type) {
    return type == GoType.DURATION ? new GoDuration(value) : GoCalls.integer(value, type);
  }

  private static String problem(Operand operand, GoType type) {
    return switch (type.kind()) {
      case BOOL -> "expected bool; found " + operand;
      case STRING -> "expected string; found " + operand;
      case INT -> "expected integer; found " + operand;
      case UINT -> "expected unsigned integer; found " + operand;
      case FLOAT -> "expected float; found " + operand;
      case COMPLEX -> "expected complex; found " + operand;
      default -> "can't handle " + operand + " for arg of type " + type;
    };
  }
}
