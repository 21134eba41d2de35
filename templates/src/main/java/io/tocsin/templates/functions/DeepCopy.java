package io.tocsin.templates.functions;

import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoTyped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Copies values so that whatever is changed in the copy stays in the copy. */
public final class DeepCopy {
  private int values;

  private DeepCopy() {}

  /**
   * The value with all its maps replaced by {@link Dict}s. An engine that renders a template which
   * changes its data (see {@link Sprig#CHANGING}) does it on such a copy.
   *
   * @throws GoException when the value is too large or nested without end
   */
  public static Object of(Object value) {
    return new DeepCopy().copy(value, 0);
  }

  private Object copy(Object value, int depth) {
    Limits.depth(depth);
    if (++values > Limits.ELEMENTS) {
      throw new GoException("the copy would have more than " + Limits.ELEMENTS + " values");
    }
    return switch (value) {
      case List<?> list when NilList.isNil(list) -> list;
      case GoTyped.TypedList list -> GoTyped.list(list.type(), elements(list, depth));
      case GoTyped.TypedMap map -> map;
      case Map<?, ?> map -> {
        Dict copy = new Dict();
        map.forEach((key, element) -> copy.put((String) key, copy(element, depth + 1)));
        yield copy;
      }
      case List<?> list -> Lists.unmodifiable(elements(list, depth));
      case byte[] bytes -> bytes.clone();
      case null, default -> value;
    };
  }

  private List<Object> elements(List<?> list, int depth) {
    List<Object> copies = new ArrayList<>(list.size());
    for (Object element : list) {
      copies.add(copy(element, depth + 1));
    }
    return copies;
  }
}
