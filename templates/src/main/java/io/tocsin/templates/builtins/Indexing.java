package io.tocsin.templates.builtins;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoInteger;
import io.tocsin.templates.golang.GoKind;
import io.tocsin.templates.golang.GoStrings;
import io.tocsin.templates.golang.GoType;
import io.tocsin.templates.golang.GoTyped;
import io.tocsin.templates.golang.GoTypes;
import java.util.List;
import java.util.Map;

/** {@code len} and {@code index}. */
final class Indexing {
  private Indexing() {}

  /** Of a string, in bytes. */
  static int length(Object value) {
    return switch (value) {
      case null -> throw new GoException("len of nil pointer");
      case String string -> GoStrings.length(string);
      case List<?> list -> list.size();
      case Map<?, ?> map -> map.size();
      case byte[] bytes -> bytes.length;
      default -> throw new GoException("len of type " + GoTypes.name(value));
    };
  }

  static Object index(Object[] arguments) {
    if (arguments[0] == null) {
      throw new GoException("index of untyped nil");
    }
    Object item = arguments[0];
    for (int i = 1; i < arguments.length; i++) {
      item = item(item, arguments[i]);
    }
    return item;
  }

  private static Object item(Object holder, Object index) {
    return switch (holder) {
      case null -> throw new GoException("index of nil pointer");
      case Map<?, ?> map -> entry(map, index);
      case List<?> list -> list.get(position(index, list.size()));
      case byte[] bytes -> octet(bytes[position(index, bytes.length)]);
      case String string -> octet(byteAt(string, index));
      default -> throw new GoException("can't index item of type " + GoTypes.name(holder));
    };
  }

  private static byte byteAt(String string, Object index) {
    byte[] bytes = GoStrings.bytes(string);
    return bytes[position(index, bytes.length)];
  }

  private static Object octet(byte value) {
    return GoInteger.of(GoType.UINT8, value & 0xFF);
  }

  private static Object entry(Map<?, ?> map, Object key) {
    if (key == null) {
      throw new GoException("value is nil; should be of type string");
    }
    if (!(key instanceof String)) {
      throw new GoException("value has type " + GoTypes.name(key) + "; should be string");
    }
    Object value = map.get(key);
    return value == null && map instanceof GoTyped typed ? zero(typed.type()) : value;
  }

  private static Object zero(GoType type) {
    return switch (type) {
      case STRING_MAP -> "";
      case BYTES_MAP -> new byte[0];
      default -> null;
    };
  }

  private static int position(Object index, int length) {
    int position = bound(index, length);
    if (position == length) {
      throw new GoException("index out of range: " + position);
    }
    return position;
  }

  /** An index from 0 up to and including the length. */
  static int bound(Object index, int length) {
    GoKind kind = GoTypes.kind(index);
    if (index == null) {
      throw new GoException("cannot index slice/array with nil");
    }
    if (kind != GoKind.INT && kind != GoKind.UINT) {
      throw new GoException("cannot index slice/array with type " + GoTypes.name(index));
    }
    long position = ((Number) GoTypes.bare(index)).longValue();
    if (position < 0 || position > length) {
      throw new GoException("index out of range: " + position);
    }
    return (int) position;
  }
}
