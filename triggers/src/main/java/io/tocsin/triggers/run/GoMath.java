package io.tocsin.triggers.run;

import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoInteger;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.time.GoDuration;
import io.tocsin.templates.golang.time.GoTime;

/** Expr's arithmetic: whole numbers of any type make an int, a float64 makes a float64. */
public final class GoMath {
  private static final int MAX_TEXT = 16 << 20;

  private GoMath() {}

  public static Object add(Object a, Object b) {
    if (Values.isNumber(a) && Values.isNumber(b)) {
      return bothWhole(a, b) ? GoInt.of(whole(a) + whole(b)) : (Object) (real(a) + real(b));
    }
    if (a instanceof String left && b instanceof String right) {
      return concatenated(left, right);
    }
    if (a instanceof GoTime time && b instanceof GoDuration duration) {
      return time.add(duration);
    }
    if (a instanceof GoDuration duration) {
      if (b instanceof GoTime time) {
        return time.add(duration);
      }
      if (b instanceof GoDuration other) {
        return new GoDuration(duration.nanoseconds() + other.nanoseconds());
      }
    }
    throw invalid(a, "+", b);
  }

  private static String concatenated(String left, String right) {
    if (left.length() + right.length() > MAX_TEXT) {
      throw new Failure("a string would be longer than " + MAX_TEXT + " characters");
    }
    return left + right;
  }

  public static Object subtract(Object a, Object b) {
    if (Values.isNumber(a) && Values.isNumber(b)) {
      return bothWhole(a, b) ? GoInt.of(whole(a) - whole(b)) : (Object) (real(a) - real(b));
    }
    if (a instanceof GoTime time) {
      if (b instanceof GoTime other) {
        return time.sub(other);
      }
      if (b instanceof GoDuration duration) {
        return time.add(new GoDuration(-duration.nanoseconds()));
      }
    }
    if (a instanceof GoDuration left && b instanceof GoDuration right) {
      return new GoDuration(left.nanoseconds() - right.nanoseconds());
    }
    throw invalid(a, "-", b);
  }

  public static Object multiply(Object a, Object b) {
    boolean durations = a instanceof GoDuration || b instanceof GoDuration;
    Object left = a instanceof GoDuration duration ? (Object) duration.nanoseconds() : a;
    Object right = b instanceof GoDuration duration ? (Object) duration.nanoseconds() : b;
    if (!Values.isNumber(left) || !Values.isNumber(right)) {
      throw invalid(a, "*", b);
    }
    if (!bothWhole(left, right)) {
      return real(left) * real(right);
    }
    long product = whole(left) * whole(right);
    return durations ? new GoDuration(product) : GoInt.of(product);
  }

  public static Object divide(Object a, Object b) {
    if (Values.isNumber(a) && Values.isNumber(b)) {
      return real(a) / real(b);
    }
    throw invalid(a, "/", b);
  }

  public static Object modulo(Object a, Object b) {
    if (!Values.isInteger(a) || !Values.isInteger(b)) {
      throw invalid(a, "%", b);
    }
    if (whole(b) == 0) {
      throw new Failure("integer divide by zero");
    }
    return GoInt.of(whole(a) % whole(b));
  }

  public static Object power(Object a, Object b) {
    return Power.of(Values.toDouble(a), Values.toDouble(b));
  }

  public static Object negate(Object value) {
    return switch (value) {
      case Double number -> -number;
      case Long number -> -number;
      case GoInt number -> GoInt.of(-number.longValue());
      case GoInteger number -> negated(number);
      case null, default -> throw new Failure("invalid operation: - " + Values.typeName(value));
    };
  }

  private static Object negated(GoInteger number) {
    long value = -number.longValue();
    return GoInteger.of(number.type(), number.type() == GoType.UINT8 ? value & 0xff : value);
  }

  /**
   * Whether {@code a < b}.
   *
   * @param operator the one that is named when they have no order; with {@code >}, {@code b} stands
   *     at its left
   */
  static boolean less(Object a, Object b, String operator) {
    if (Values.isNumber(a) && Values.isNumber(b)) {
      return bothWhole(a, b) ? whole(a) < whole(b) : real(a) < real(b);
    }
    return order(a, b, operator) < 0;
  }

  static boolean lessOrEqual(Object a, Object b, String operator) {
    if (Values.isNumber(a) && Values.isNumber(b)) {
      return bothWhole(a, b) ? whole(a) <= whole(b) : real(a) <= real(b);
    }
    return order(a, b, operator) <= 0;
  }

  private static int order(Object a, Object b, String operator) {
    if (a instanceof String left && b instanceof String right) {
      return io.tocsin.templates.golang.GoStrings.compare(left, right);
    }
    if (a instanceof GoTime left && b instanceof GoTime right) {
      return left.compareTo(right);
    }
    if (a instanceof GoDuration left && b instanceof GoDuration right) {
      return left.compareTo(right);
    }
    throw operator.startsWith(">") ? invalid(b, operator, a) : invalid(a, operator, b);
  }

  /** Whether {@code a < b}, for sorting and extremes. */
  public static boolean less(Object a, Object b) {
    return less(a, b, "<");
  }

  private static boolean bothWhole(Object a, Object b) {
    return !(a instanceof Double) && !(b instanceof Double);
  }

  private static long whole(Object number) {
    return ((Number) number).longValue();
  }

  private static double real(Object number) {
    return ((Number) number).doubleValue();
  }

  private static Failure invalid(Object a, String operator, Object b) {
    return new Failure(
        "invalid operation: %s %s %s".formatted(Values.typeName(a), operator, Values.typeName(b)));
  }
}
