package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.ANY;
import static io.tocsin.templates.golang.GoType.BOOL;
import static io.tocsin.templates.golang.GoType.LIST;
import static io.tocsin.templates.golang.GoType.MAP;
import static io.tocsin.templates.golang.GoType.STRING;
import static io.tocsin.templates.golang.GoType.STRINGS;

import io.tocsin.templates.golang.GoCalls;
import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.GoStrings;
import io.tocsin.templates.golang.GoTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sprig's chapter "Dictionaries and Dict Functions". Functions that change a map change it in place
 * when it is a {@link Dict} and a copy of it otherwise.
 */
final class Dicts {
  /** What a function is given for a nil map. */
  private static final Object NIL = GoCalls.zero(MAP);

  private Dicts() {}

  static Chapter chapter() {
    Chapter chapter = new Chapter("Dictionaries");
    reading(chapter);
    changing(chapter);
    return chapter;
  }

  private static void reading(Chapter chapter) {
    chapter
        .variadic("dict", MAP, Dicts::dict, ANY)
        .add("get", ANY, a -> Args.map(a, 0).getOrDefault(Args.text(a, 1), ""), MAP, STRING)
        .add("hasKey", BOOL, a -> Args.map(a, 0).containsKey(Args.text(a, 1)), MAP, STRING)
        .variadic("pluck", LIST, Dicts::pluck, STRING, MAP)
        .variadic("keys", STRINGS, Dicts::keys, MAP)
        .add("values", LIST, a -> values(Args.map(a, 0)), MAP)
        .variadic("pick", MAP, a -> picked(a, true), MAP, STRING)
        .variadic("omit", MAP, a -> picked(a, false), MAP, STRING)
        .variadic("dig", ANY, Dicts::dig, ANY)
        .add("deepCopy", ANY, a -> copy(a[0]), ANY)
        .alias("mustDeepCopy", "deepCopy");
  }

  private static void changing(Chapter chapter) {
    chapter
        .add("set", MAP, a -> set(Args.map(a, 0), Args.text(a, 1), a[2]), MAP, STRING, ANY)
        .add("unset", MAP, a -> unset(Args.map(a, 0), Args.text(a, 1)), MAP, STRING)
        .variadic("merge", ANY, a -> merge(a, false), MAP, MAP)
        .alias("mustMerge", "merge")
        .variadic("mergeOverwrite", ANY, a -> merge(a, true), MAP, MAP)
        .alias("mustMergeOverwrite", "mergeOverwrite");
  }

  private static Object copy(Object value) {
    if (value == null) {
      throw new GoException("reflect: call of reflect.Value.Type on zero Value");
    }
    return DeepCopy.of(value);
  }

  private static Dict dict(Object[] values) {
    Dict dict = new Dict();
    for (int i = 0; i < values.length; i += 2) {
      dict.put(Texts.of(values[i]), i + 1 < values.length ? values[i + 1] : "");
    }
    return dict;
  }

  @SuppressWarnings("ReferenceEquality") // an empty map need not be nil
  private static Map<String, Object> set(Map<String, Object> map, String key, Object value) {
    if (map == NIL) {
      throw new GoException("assignment to entry in nil map");
    }
    Dict dict = Dict.changeable(map);
    dict.put(key, value);
    Limits.elements(dict.size());
    return dict;
  }

  private static Map<String, Object> unset(Map<String, Object> map, String key) {
    Dict dict = Dict.changeable(map);
    dict.remove(key);
    return dict;
  }

  private static Object merge(Object[] maps, boolean overwrite) {
    Dict target = Dict.changeable(Args.map(maps, 0));
    Merge merge = new Merge(overwrite);
    for (int i = 1; i < maps.length; i++) {
      merge.into(target, Args.map(maps, i));
    }
    return target;
  }

  private static Object pluck(Object[] arguments) {
    String key = Args.text(arguments, 0);
    List<Object> found = new ArrayList<>();
    for (Object map : Args.rest(arguments, 1)) {
      if (Args.map(map).containsKey(key)) {
        found.add(Args.map(map).get(key));
      }
    }
    return Lists.unmodifiable(found);
  }

  /** In order, where Go's order is random. */
  private static Object keys(Object[] maps) {
    List<String> keys = new ArrayList<>();
    for (Object map : maps) {
      keys.addAll(sortedKeys(Args.map(map)));
      Limits.elements(keys.size());
    }
    return StringLists.typed(keys);
  }

  private static List<String> sortedKeys(Map<String, Object> map) {
    return map.keySet().stream().sorted(GoStrings::compare).toList();
  }

  private static Object values(Map<String, Object> map) {
    List<Object> values = new ArrayList<>(map.size());
    sortedKeys(map).forEach(key -> values.add(map.get(key)));
    return Lists.unmodifiable(values);
  }

  private static Dict picked(Object[] arguments, boolean wanted) {
    Set<Object> keys = new HashSet<>(Args.rest(arguments, 1));
    Dict result = new Dict();
    Args.map(arguments, 0)
        .forEach(
            (key, value) -> {
              if (keys.contains(key) == wanted) {
                result.put(key, value);
              }
            });
    return result;
  }

  /** Keys, a default and a map to look in: {@code dig "a" "b" "none" .map}. */
  private static Object dig(Object[] arguments) {
    int keys = arguments.length - 2;
    if (keys < 1) {
      throw new GoException("dig needs at least three arguments");
    }
    Object value = map(arguments[keys + 1]);
    for (int i = 0; i < keys; i++) {
      if (!(arguments[i] instanceof String)) {
        throw conversion(arguments[i], "string");
      }
    }
    for (int i = 0; i < keys; i++) {
      Map<String, Object> step = map(value);
      if (!step.containsKey(Args.text(arguments, i))) {
        return arguments[keys];
      }
      value = step.get(Args.text(arguments, i));
    }
    return value;
  }

  private static Map<String, Object> map(Object value) {
    if (value != null && GoTypes.name(value).equals("map[string]interface {}")) {
      return Args.map(value);
    }
    throw conversion(value, "map[string]interface {}");
  }

  private static GoException conversion(Object value, String type) {
    String actual = value == null ? "nil" : GoTypes.name(value);
    return new GoException(
        "interface conversion: interface {} is %s, not %s".formatted(actual, type));
  }
}
