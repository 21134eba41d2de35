package io.tocsin.triggers.run;

import io.tocsin.templates.golang.GoInt;
import io.tocsin.templates.golang.GoInteger;
import io.tocsin.templates.golang.GoTypes;

/** What Go's reflection says of the values of an expression. */
public final class Values {
  private Values() {}

  /** Whether the value is nil or a nil of some type. */
  @SuppressWarnings("ReferenceEquality") // the nils of a type are told by identity
  public static boolean isNil(Object value) {
    return value == null || value == Typed.NIL_LIST || value == Typed.NIL_BYTES;
  }

  /** What {@code %T} prints. */
  public static String typeName(Object value) {
    return value instanceof Typed typed ? typed.typeName() : GoTypes.name(value);
  }

  /** Whether the value is a whole number of one of Go's own types. */
  public static boolean isInteger(Object value) {
    return value instanceof Long
        || value instanceof GoInt
        || value instanceof GoInteger
        || value instanceof Integer;
  }

  public static boolean isNumber(Object value) {
    return value instanceof Double || isInteger(value);
  }

  /**
   * The number cut to a whole one, as an index is.
   *
   * @throws Failure when the value is no number
   */
  public static long toLong(Object value) {
    if (value instanceof Double number) {
      return truncate(number);
    }
    if (isInteger(value)) {
      return ((Number) value).longValue();
    }
    throw new Failure("invalid operation: int(" + typeName(value) + ")");
  }

  /** Go's conversion of a float64 to an int on amd64: what does not fit is the smallest int. */
  public static long truncate(double number) {
    return number >= -0x1p63 && number < 0x1p63 ? (long) number : Long.MIN_VALUE;
  }

  /**
   * @throws Failure when the value is no number
   */
  static double toDouble(Object value) {
    if (isNumber(value)) {
      return ((Number) value).doubleValue();
    }
    throw new Failure("invalid operation: float(" + typeName(value) + ")");
  }

  /**
   * The value as a condition.
   *
   * @throws Failure when it is anything but a boolean
   */
  public static boolean truth(Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw new Failure("expected a boolean, not " + describe(value));
  }

  static String describe(Object value) {
    return value == null ? "nil" : typeName(value);
  }

  /**
   * The value as a string.
   *
   * @throws Failure when it is none
   */
  public static String text(Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new Failure("expected a string, not " + describe(value));
  }
}
