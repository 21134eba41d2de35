package io.tocsin.templates.golang;

import java.util.List;
import java.util.Map;

/**
 * Calls a function with values whose types are known only now, as Go's {@code call} does: an
 * integer is converted to the integer type that the function declares, nothing else is.
 */
public final class GoCalls {
  private GoCalls() {}

  /**
   * @param arguments not changed
   * @throws GoException when number or type of the arguments is wrong, and what the function throws
   */
  public static Object call(GoFunction function, Object... arguments) {
    checkCount(function, arguments.length);
    Object[] converted = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      converted[i] = convert(i, arguments[i], parameter(function, i));
    }
    return function.body().call(converted);
  }

  /** The type of the parameter that takes the argument at that index. */
  public static GoType parameter(GoFunction function, int index) {
    List<GoType> types = function.parameters();
    return types.get(Math.min(index, types.size() - 1));
  }

  private static void checkCount(GoFunction function, int count) {
    int declared = function.parameters().size();
    if (function.variadic() ? count >= declared - 1 : count == declared) {
      return;
    }
    String wanted = function.variadic() ? "want at least " + (declared - 1) : "want " + declared;
    throw new GoException(
        "wrong number of args for %s: got %d %s".formatted(function.name(), count, wanted));
  }

  private static Object convert(int index, Object value, GoType type) {
    if (value == null) {
      if (!type.isNillable()) {
        throw new GoException("arg %d: value is nil; should be of type %s".formatted(index, type));
      }
      return zero(type);
    }
    if (GoTypes.isAssignable(value, type)) {
      return value;
    }
    Object converted = integer(value, type);
    if (converted == null) {
      throw new GoException(
          "arg %d: value has type %s; should be %s".formatted(index, GoTypes.name(value), type));
    }
    return converted;
  }

  /** The nil of a nillable type, as a function's body gets it: empty, or null for any type. */
  public static Object zero(GoType type) {
    return switch (type) {
      case BYTES -> new byte[0];
      case LIST -> List.of();
      case LISTS, STRINGS, INTS -> GoTyped.list(type, List.of());
      case MAP -> Map.of();
      case STRING_MAP, BYTES_MAP -> GoTyped.map(type, Map.of());
      case STRING -> "";
      case BOOL -> false;
      case INT -> GoInt.of(0);
      case INT64 -> 0L;
      case FLOAT64 -> 0.0;
      default -> null;
    };
  }

  /** The value as that integer type, or null when one of them is no integer. */
  private static Object integer(Object value, GoType type) {
    Object bare = GoTypes.bare(value);
    boolean isInteger = bare instanceof Number && !(bare instanceof Double);
    return isInteger ? integer(((Number) bare).longValue(), type) : null;
  }

  /** That whole number in that integer type, cut to its width, or null for any other type. */
  public static Object integer(long number, GoType type) {
    return switch (type) {
      case INT -> GoInt.of(number);
      case INT64 -> number;
      case INT8 -> GoInteger.of(type, signed(number, 8));
      case INT16 -> GoInteger.of(type, signed(number, 16));
      case INT32 -> GoInteger.of(type, signed(number, 32));
      case UINT8 -> GoInteger.of(type, number & 0xFF);
      case UINT16 -> GoInteger.of(type, number & 0xFFFF);
      case UINT32 -> GoInteger.of(type, number & 0xFFFFFFFFL);
      case UINT, UINT64 -> GoInteger.of(type, number);
      default -> null;
    };
  }

  private static long signed(long number, int bits) {
    return (number << (Long.SIZE - bits)) >> (Long.SIZE - bits);
  }
}
