package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.ANY;
import static io.tocsin.templates.golang.GoType.BOOL;
import static io.tocsin.templates.golang.GoType.LIST;

import io.tocsin.templates.golang.GoTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** List functions that compare elements, as Go's reflect.DeepEqual does. */
final class ListSearch {
  private ListSearch() {}

  static void addTo(Chapter chapter) {
    chapter
        .add("has", BOOL, a -> has(a[0], a[1]), ANY, ANY)
        .alias("mustHas", "has")
        .variadic("without", LIST, ListSearch::without, ANY, ANY)
        .alias("mustWithout", "without")
        .add("uniq", LIST, a -> unique(Lists.of(a[0], "find uniq on")), ANY)
        .alias("mustUniq", "uniq")
        .add("compact", LIST, a -> kept(Lists.of(a[0], "compact on"), GoTypes::isTrue), ANY)
        .alias("mustCompact", "compact");
  }

  private static boolean has(Object wanted, Object list) {
    if (list == null) {
      return false;
    }
    List<?> elements = Lists.of(list, "find has on");
    return elements.stream().anyMatch(element -> DeepEqual.test(wanted, element));
  }

  private static List<Object> without(Object[] arguments) {
    List<?> elements = Lists.of(arguments[0], "find without on");
    List<Object> omitted = Args.rest(arguments, 1);
    return kept(
        elements, element -> omitted.stream().noneMatch(other -> DeepEqual.test(element, other)));
  }

  private static List<Object> kept(List<?> elements, Predicate<Object> wanted) {
    List<Object> result = new ArrayList<>();
    for (Object element : elements) {
      if (wanted.test(element)) {
        result.add(element);
      }
    }
    return Lists.unmodifiable(result);
  }

  private static List<Object> unique(List<?> elements) {
    Set<Object> plain = new HashSet<>();
    List<Object> structured = new ArrayList<>();
    return kept(
        elements,
        element -> {
          if (DeepEqual.isPlain(element)) {
            return plain.add(element);
          }
          boolean isNew = structured.stream().noneMatch(other -> DeepEqual.test(element, other));
          if (isNew) {
            structured.add(element);
          }
          return isNew;
        });
  }
}
