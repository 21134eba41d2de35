package io.tocsin.templates.golang;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What Go's reflection would say of a value. */
public final class GoTypes {
  private GoTypes() {}

  /** The family of the value's type. */
  public static GoKind kind(Object value) {
    return switch (value) {
      case null -> GoKind.INVALID;
      case String _ -> GoKind.STRING;
      case Boolean _ -> GoKind.BOOL;
      case GoInteger integer -> integer.type().kind();
      case Long _, GoInt _, Integer _ -> GoKind.INT;
      case Double _ -> GoKind.FLOAT;
      case Map<?, ?> _ -> GoKind.MAP;
      case List<?> _ -> GoKind.SLICE;
      case byte[] _ -> GoKind.SLICE;
      case GoFunction _ -> GoKind.FUNC;
      case GoComplex _ -> GoKind.COMPLEX;
      case GoObject object -> object.underlying().map(GoTypes::kind).orElse(GoKind.STRUCT);
      default -> GoKind.STRUCT;
    };
  }

  /** What {@code %T} prints, such as {@code map[string]interface {}}. */
  public static String name(Object value) {
    return switch (value) {
      case null -> "<nil>";
      case String _ -> "string";
      case Boolean _ -> "bool";
      case Long _ -> "int64";
      case GoInt _, Integer _ -> "int";
      case Double _ -> "float64";
      case GoInteger integer -> integer.type().toString();
      case GoComplex _ -> "complex128";
      case byte[] _ -> "[]uint8";
      case GoTyped typed -> typed.type().toString();
      case Map<?, ?> _ -> "map[string]interface {}";
      case List<?> _ -> "[]interface {}";
      case GoFunction function -> signature(function);
      case GoObject object -> object.typeName();
      default -> value.getClass().getName();
    };
  }

  /** The value without its type's name and methods: a plain number instead of a duration. */
  public static Object bare(Object value) {
    return value instanceof GoObject object ? object.underlying().orElse(value) : value;
  }

  /** Whether Go lets the value, which is not nil, be assigned to a variable of that type. */
  public static boolean isAssignable(Object value, GoType type) {
    return switch (type) {
      case ANY -> true;
      case STRING -> value instanceof String;
      case BOOL -> value instanceof Boolean;
      case INT64 -> value instanceof Long;
      case INT -> value instanceof GoInt || value instanceof Integer;
      case FLOAT64 -> value instanceof Double;
      case BYTES -> value instanceof byte[];
      case MAP -> value instanceof Map<?, ?> && !(value instanceof GoTyped);
      case LIST -> value instanceof List<?> && !(value instanceof GoTyped);
      case FUNCTION -> value instanceof GoFunction;
      case COMPLEX128 -> value instanceof GoComplex;
      case OBJECT -> value instanceof GoObject;
      case TIME, DURATION ->
          value instanceof GoObject object && object.typeName().equals(type.toString());
      case INTS, STRINGS, LISTS, STRING_MAP, BYTES_MAP ->
          value instanceof GoTyped typed && typed.type() == type;
      case INT8, INT16, INT32, UINT, UINT8, UINT16, UINT32, UINT64 ->
          value instanceof GoInteger integer && integer.type() == type;
    };
  }

  /** Whether {@code if} takes the value for true: not nil and not its type's zero or empty. */
  public static boolean isTrue(Object value) {
    return switch (value) {
      case null -> false;
      case Boolean truth -> truth;
      case String string -> !string.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      case List<?> list -> !list.isEmpty();
      case Double number -> number != 0;
      case Number number -> number.longValue() != 0;
      case byte[] bytes -> bytes.length > 0;
      case GoComplex number -> !number.isZero();
      case GoObject object -> object.underlying().map(GoTypes::isTrue).orElse(true);
      default -> true;
    };
  }

  private static String signature(GoFunction function) {
    List<GoType> types = function.parameters();
    int last = types.size() - 1;
    String parameters =
        types.stream()
            .limit(Math.max(last, 0))
            .map(type -> type + ", ")
            .collect(Collectors.joining());
    String rest = last < 0 ? "" : (function.variadic() ? "..." : "") + types.get(last);
    return "func(" + parameters + rest + ") " + function.result();
  }
}
