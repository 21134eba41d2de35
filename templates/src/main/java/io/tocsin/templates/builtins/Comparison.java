package io.tocsin.templates.builtins;

import io.tocsin.templates.golang.GoComplex;
import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoKind;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.GoStrings;
import io.tocsin.templates.golang.GoTypes;

/** Compares values of like kinds; whole numbers and others are not alike. */
final class Comparison {
  private Comparison() {}

  /** Whether the first operand equals one of the others. */
  static boolean equalsAny(Object[] operands) {
    if (operands.length < 2) {
      throw new GoException("missing argument for comparison");
    }
    for (int i = 1; i < operands.length; i++) {
      if (areEqual(operands[0], operands[i])) {
        return true;
      }
    }
    return false;
  }

  static boolean areEqual(Object left, Object right) {
    GoKind kind = GoTypes.kind(left);
    GoKind other = GoTypes.kind(right);
    if (left == null || right == null) {
      return left == null && right == null;
    }
    if (kind != other) {
      return areEqualIntegers(left, kind, right, other);
    }
    Object a = GoTypes.bare(left);
    Object b = GoTypes.bare(right);
    return switch (kind) {
      case BOOL, STRING -> a.equals(b);
      case INT, UINT -> ((Number) a).longValue() == ((Number) b).longValue();
      case FLOAT -> ((Double) a).doubleValue() == ((Double) b).doubleValue();
      case COMPLEX -> ((GoComplex) a).sameAs((GoComplex) b);
      case STRUCT -> left instanceof GoObject && left.equals(right);
      default -> throw new GoException("non-comparable type " + GoTypes.name(left));
    };
  }

  private static boolean areEqualIntegers(Object left, GoKind kind, Object right, GoKind other) {
    if (!isInteger(kind) || !isInteger(other)) {
      throw incompatible(left, right);
    }
    long a = ((Number) GoTypes.bare(left)).longValue();
    long b = ((Number) GoTypes.bare(right)).longValue();
    return a == b && a >= 0;
  }

  private static boolean isInteger(GoKind kind) {
    return kind == GoKind.INT || kind == GoKind.UINT;
  }

  static boolean isLess(Object left, Object right) {
    GoKind kind = ordered(left);
    GoKind other = ordered(right);
    Object a = GoTypes.bare(left);
    Object b = GoTypes.bare(right);
    if (kind != other) {
      return isLessInteger(a, kind, b, other);
    }
    return switch (kind) {
      case INT -> ((Number) a).longValue() < ((Number) b).longValue();
      case UINT -> Long.compareUnsigned(((Number) a).longValue(), ((Number) b).longValue()) < 0;
      case FLOAT -> (Double) a < (Double) b;
      case STRING -> GoStrings.compare((String) a, (String) b) < 0;
      default -> throw new GoException("invalid type for comparison");
    };
  }

  private static boolean isLessInteger(Object left, GoKind kind, Object right, GoKind other) {
    if (!isInteger(kind) || !isInteger(other)) {
      throw incompatible(left, right);
    }
    long a = ((Number) left).longValue();
    long b = ((Number) right).longValue();
    return kind == GoKind.INT
        ? a < 0 || Long.compareUnsigned(a, b) < 0
        : b >= 0 && Long.compareUnsigned(a, b) < 0;
  }

  private static GoKind ordered(Object value) {
    GoKind kind = GoTypes.kind(value);
    return switch (kind) {
      case BOOL, INT, UINT, FLOAT, COMPLEX, STRING -> kind;
      default -> throw new GoException("invalid type for comparison");
    };
  }

  /** Less first, then equal, as Go does: what is neither, such as NaN, is false. */
  static boolean isLessOrEqual(Object left, Object right) {
    return isLess(left, right) || areEqual(left, right);
  }

  private static GoException incompatible(Object left, Object right) {
    return new GoException(
        "incompatible types for comparison: %s and %s"
            .formatted(GoTypes.name(left), GoTypes.name(right)));
  }
}
