package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.GoTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Equality as Go's reflect.DeepEqual has it: of the same type, an int64 1 is no int 1. */
final class DeepEqual {
  private int steps;

  private DeepEqual() {}

  static boolean test(Object left, Object right) {
    return new DeepEqual().equal(left, right, 0);
  }

  /** Whether {@code equals} compares the value as Go does; not so for NaN, which equals nothing. */
  static boolean isPlain(Object value) {
    return value == null
        || value instanceof String
        || value instanceof Long
        || value instanceof Boolean;
  }

  @SuppressWarnings("ReferenceEquality") // as in Go, a map or list equals itself whatever is in it
  private boolean equal(Object left, Object right, int depth) {
    Limits.depth(depth);
    if (++steps > Limits.ELEMENTS) {
      throw new GoException("more than " + Limits.ELEMENTS + " values would be compared");
    }
    if (left == null || right == null) {
      return left == null && right == null;
    }
    if (isPlain(left) && isPlain(right)) {
      return left.equals(right);
    }
    if (left == right && (left instanceof Map || left instanceof List)) {
      return true;
    }
    if (!GoTypes.name(left).equals(GoTypes.name(right))) {
      return false;
    }
    return switch (left) {
      case Map<?, ?> map -> maps(map, (Map<?, ?>) right, depth);
      case List<?> list -> lists(list, (List<?>) right, depth);
      case byte[] bytes -> Arrays.equals(bytes, (byte[]) right);
      case Double number -> number.doubleValue() == ((Double) right).doubleValue();
      case GoFunction _ -> false;
      default -> left.equals(right);
    };
  }

  private boolean maps(Map<?, ?> left, Map<?, ?> right, int depth) {
    if (left.size() != right.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : left.entrySet()) {
      if (!right.containsKey(entry.getKey())
          || !equal(entry.getValue(), right.get(entry.getKey()), depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean lists(List<?> left, List<?> right, int depth) {
    if (left.size() != right.size() || NilList.isNil(left) != NilList.isNil(right)) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!equal(left.get(i), right.get(i), depth + 1)) {
        return false;
      }
    }
    return true;
  }
}
