package io.tocsin.triggers.run;

import io.tocsin.templates.golang.GoFunction;
import io.tocsin.templates.golang.time.GoDuration;
import io.tocsin.templates.golang.time.GoTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** When two values are equal: numbers of any type by value, lists element by element. */
public final class Equality {
  private static final int MAX_COMPARISONS = 1_000_000;

  private int comparisons;

  private Equality() {}

  /**
   * @throws Failure when the values are too large to compare
   */
  public static boolean equal(Object a, Object b) {
    if (a instanceof String left && b instanceof String right) {
      return left.equals(right);
    }
    if (a == null || b == null) {
      return bothNil(a, b);
    }
    return new Equality().loosely(a, b);
  }

  private boolean loosely(Object a, Object b) {
    count();
    if (Values.isNumber(a) && Values.isNumber(b)) {
      boolean real = a instanceof Double || b instanceof Double;
      return real
          ? ((Number) a).doubleValue() == ((Number) b).doubleValue()
          : ((Number) a).longValue() == ((Number) b).longValue();
    }
    if (a instanceof GoTime left && b instanceof GoTime right) {
      return left.isSameInstant(right);
    }
    if (a instanceof GoDuration left && b instanceof GoDuration right) {
      return left.nanoseconds() == right.nanoseconds();
    }
    List<?> left = Lists.comparable(a);
    List<?> right = Lists.comparable(b);
    if (left != null && right != null && (isOfAny(a) || isOfAny(b))) {
      return elements(left, right);
    }
    return bothNil(a, b) || deeply(a, b);
  }

  private static boolean bothNil(Object a, Object b) {
    return Values.isNil(a) && Values.isNil(b);
  }

  private static boolean isOfAny(Object list) {
    return Values.typeName(list).equals("[]interface {}");
  }

  private boolean elements(List<?> left, List<?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      Object a = left.get(i);
      Object b = right.get(i);
      boolean nil = a == null || b == null;
      if (nil ? !bothNil(a, b) : !loosely(a, b)) {
        return false;
      }
    }
    return true;
  }

  /** Go's reflect.DeepEqual: the types have to be the same, all the way down. */
  private boolean deeply(Object a, Object b) {
    count();
    if (a == null || b == null) {
      return a == null && b == null;
    }
    if (isSameMap(a, b)) {
      return true;
    }
    if (Values.isNil(a) != Values.isNil(b)
        || !Values.typeName(a).equals(Values.typeName(b))
        || a instanceof GoFunction) {
      return false;
    }
    return switch (a) {
      case Double number -> number == ((Double) b).doubleValue();
      case byte[] bytes -> Arrays.equals(bytes, (byte[]) b);
      case List<?> list -> deeply(list, (List<?>) b);
      case Map<?, ?> map -> deeply(map, (Map<?, ?>) b);
      default -> a.equals(b);
    };
  }

  /** A map is equal to itself, even with functions in it, which are equal to nothing. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSameMap(Object a, Object b) {
    return a instanceof Map<?, ?> && a == b;
  }

  private boolean deeply(List<?> left, List<?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!deeply(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean deeply(Map<?, ?> left, Map<?, ?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : left.entrySet()) {
      Object other = right.get(entry.getKey());
      boolean missing = other == null && !right.containsKey(entry.getKey());
      if (missing || !deeply(entry.getValue(), other)) {
        return false;
      }
    }
    return true;
  }

  private void count() {
    if (++comparisons > MAX_COMPARISONS) {
      throw new Failure("the values are too large to compare");
    }
  }
}
