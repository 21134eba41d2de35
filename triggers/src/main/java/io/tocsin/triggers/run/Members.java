package io.tocsin.triggers.run;

import io.tocsin.templates.golang.GoFormat;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoObject;
import io.tocsin.templates.golang.GoStrings;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.GoTyped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code a.b} and {@code a[b]} are. A key that a map has not is nil. */
public final class Members {
  private Members() {}

  /**
   * @throws Failure when there is no such member
   */
  public static Object get(Object target, Object key) {
    if (target instanceof Map<?, ?> map) {
      return ofMap(map, key);
    }
    return switch (target) {
      case List<?> list -> list.get(index(key, list.size()));
      case String text -> {
        byte[] bytes = GoStrings.bytes(text);
        yield Lists.uint8(bytes[index(key, bytes.length)]);
      }
      case byte[] bytes -> Lists.uint8(bytes[index(key, bytes.length)]);
      case GoObject object -> ofObject(object, key);
      case null, default -> throw missing(target, key);
    };
  }

  /** The same without an error for what is not there: {@code get(a, b)}. */
  public static Object find(Object target, Object key) {
    return switch (target) {
      case null -> null;
      case Map<?, ?> map -> contains(map, key) ? ofMap(map, key) : null;
      case List<?> list -> at(list, Values.toLong(key));
      case String text -> at(Lists.orNull(GoStrings.bytes(text)), Values.toLong(key));
      case byte[] bytes -> at(Lists.orNull(bytes), Values.toLong(key));
      case GoObject object -> found(object, key);
      default -> null;
    };
  }

  private static Object at(List<?> list, long index) {
    long from = index < 0 ? list.size() + index : index;
    return from >= 0 && from < list.size() ? list.get((int) from) : null;
  }

  /** Whether the map has that key; a nil key is the zero of the map's keys. */
  static boolean contains(Map<?, ?> map, Object key) {
    return map.containsKey(key(map, key));
  }

  private static Object ofMap(Map<?, ?> map, Object key) {
    Object value = map.get(key instanceof String ? key : key(map, key));
    return value == null ? missing(map) : value;
  }

  private static Object missing(Map<?, ?> map) {
    return switch (map) {
      case GoTyped typed ->
          typed.type() == GoType.STRING_MAP
              ? ""
              : typed.type() == GoType.BYTES_MAP ? Typed.NIL_BYTES : null;
      case Typed.TypedMap typed -> typed.missing();
      default -> null;
    };
  }

  private static Object key(Map<?, ?> map, Object key) {
    if (map instanceof Typed.TypedMap) {
      return hashable(key);
    }
    if (key == null) {
      return "";
    }
    if (!(key instanceof String)) {
      throw new Failure("a map's key is a string, not " + Values.typeName(key));
    }
    return key;
  }

  /**
   * The value as a key of a map.
   *
   * @throws Failure when Go cannot hash it
   */
  public static Object hashable(Object key) {
    if (key instanceof Map<?, ?>
        || key instanceof byte[]
        || key instanceof GoFunction
        || (key instanceof List<?> && !Values.typeName(key).startsWith("[2]"))) {
      throw new Failure("hash of unhashable type " + Values.typeName(key));
    }
    return key instanceof Double number && number == 0 ? (Object) 0.0 : key;
  }

  private static int index(Object key, int length) {
    long index = Values.toLong(key);
    long from = index < 0 ? length + index : index;
    if (from < 0 || from >= length) {
      throw new Failure("index out of range: %d (array length is %d)".formatted(from, length));
    }
    return (int) from;
  }

  private static Object ofObject(GoObject object, Object key) {
    if (key instanceof String name) {
      Optional<Object> member = member(object, name);
      if (member.isPresent()) {
        return member.get();
      }
    }
    throw missing(object, key);
  }

  private static Object found(GoObject object, Object key) {
    boolean named = key instanceof String || object.underlying().isEmpty();
    return named ? member(object, Values.text(key)).orElse(null) : null;
  }

  private static Optional<Object> member(GoObject object, String name) {
    Optional<GoFunction> method = object.method(name);
    return method.isPresent() ? method.map(Object.class::cast) : object.field(name);
  }

  private static Failure missing(Object target, Object key) {
    StringBuilder name = new StringBuilder();
    GoFormat.append(name, key, 1_000);
    return new Failure("cannot fetch %s from %s".formatted(name, Values.describe(target)));
  }
}
