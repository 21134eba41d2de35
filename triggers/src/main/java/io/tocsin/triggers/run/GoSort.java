package io.tocsin.triggers.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Sorts as Expr does. */
public final class GoSort {
  private GoSort() {}

  /**
   * @param value what it is sorted by
   */
  public record Entry(Object value, Object element) {}

  /**
   * @throws Failure when it is neither {@code asc} nor {@code desc}
   */
  public static boolean isDescending(Object order) {
    String text = Values.text(order);
    if (!text.equals("asc") && !text.equals("desc")) {
      throw new Failure("the order is asc or desc, not " + text);
    }
    return text.equals("desc");
  }

  /**
   * The elements in order.
   *
   * @throws Failure when two values cannot be compared
   */
  public static List<Object> sorted(List<Entry> entries, boolean descending) {
    Comparator<Entry> ascending = (a, b) -> compare(a.value(), b.value());
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(descending ? ascending.reversed() : ascending);
    List<Object> elements = new ArrayList<>(sorted.size());
    sorted.forEach(entry -> elements.add(entry.element()));
    return Collections.unmodifiableList(elements);
  }

  private static int compare(Object a, Object b) {
    if (GoMath.less(a, b)) {
      return -1;
    }
    return GoMath.less(b, a) ? 1 : 0;
  }
}
