package io.tocsin.templates.golang;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Go prints maps, and templates range over them, in the order of their keys. */
public final class GoMaps {
  private static final Comparator<Object> BY_KEY = GoMaps::compare;

  private GoMaps() {}

  /** The entries in the order of their keys. */
  public static List<Map.Entry<?, ?>> sorted(Map<?, ?> map) {
    List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
    entries.sort((left, right) -> BY_KEY.compare(left.getKey(), right.getKey()));
    return entries;
  }

  private static int compare(Object left, Object right) {
    if (left == null || right == null) {
      return Boolean.compare(left != null, right != null);
    }
    if (left instanceof String a && right instanceof String b) {
      return GoStrings.compare(a, b);
    }
    if (left instanceof Number a && right instanceof Number b) {
      return Double.compare(a.doubleValue(), b.doubleValue());
    }
    return GoStrings.compare(String.valueOf(left), String.valueOf(right));
  }
}
