package io.tocsin.triggers.run;

import io.tocsin.templates.golang.GoInteger;
import io.tocsin.templates.golang.GoStrings;
import io.tocsin.templates.golang.GoType;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;

/** What can be iterated and indexed. */
public final class Lists {
  private Lists() {}

  /** The elements of a slice of Go's; null when the value is none. */
  public static List<?> orNull(Object value) {
    return switch (value) {
      case List<?> list -> list;
      case byte[] bytes -> new Bytes(bytes);
      case null, default -> null;
    };
  }

  /** The elements of a slice whose type Expr's equality knows; null when the value is none. */
  static List<?> comparable(Object value) {
    boolean other = value instanceof Typed && !Values.isNil(value);
    return other ? null : orNull(value);
  }

  /**
   * The elements of a slice, or the bytes of a string.
   *
   * @throws Failure as Go's reflection would panic, naming the function
   */
  public static List<?> of(Object value, String function) {
    List<?> list = orNull(value);
    if (list == null) {
      throw new Failure("cannot %s %s".formatted(function, kind(value)));
    }
    return list;
  }

  /**
   * What a predicate would visit: a list's elements or a string's bytes.
   *
   * @throws Failure when the value has none
   */
  public static List<?> elements(Object value) {
    List<?> list = value instanceof String text ? orNull(GoStrings.bytes(text)) : orNull(value);
    if (list == null && !(value instanceof Map<?, ?> map && map.isEmpty())) {
      throw new Failure("expected a list, not " + Values.describe(value));
    }
    return list == null ? List.of() : list;
  }

  /** Go's reflect.Kind by name, as builtins put it in errors. */
  public static String kind(Object value) {
    return switch (value) {
      case null -> "nil";
      case Map<?, ?> _ -> "map";
      case List<?> _ -> "slice";
      default -> Values.typeName(value);
    };
  }

  /**
   * How many elements a predicate would visit.
   *
   * @throws Failure when the value has no length
   */
  static int length(Object value) {
    return switch (value) {
      case List<?> list -> list.size();
      case Map<?, ?> map -> map.size();
      case String text -> GoStrings.length(text);
      case byte[] bytes -> bytes.length;
      case null, default -> throw new Failure("expected a list, not " + Values.describe(value));
    };
  }

  /**
   * @throws Failure when the value has no elements by number, which a map has not
   */
  static Object element(Object value, int index) {
    return switch (value) {
      case List<?> list when index < list.size() -> list.get(index);
      case List<?> _ -> throw new Failure("the list is empty");
      case null, default -> throw new Failure("expected a list, not " + Values.describe(value));
    };
  }

  static GoInteger uint8(byte value) {
    return GoInteger.of(GoType.UINT8, value & 0xff);
  }

  private static final class Bytes extends AbstractList<Object> {
    private final byte[] bytes;

    private Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public Object get(int index) {
      return uint8(bytes[index]);
    }

    @Override
    public int size() {
      return bytes.length;
    }
  }
}
