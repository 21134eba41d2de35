package io.tocsin.triggers.builtin;

import io.tocsin.templates.golang.GoMaps;
import io.tocsin.triggers.run.Failure;
import io.tocsin.triggers.run.Lists;
import io.tocsin.triggers.run.Members;
import io.tocsin.triggers.run.Site;
import io.tocsin.triggers.run.Typed;
import io.tocsin.triggers.run.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Maps, their keys and values, in the order of the keys. */
final class MapFunctions {
  private MapFunctions() {}

  static void addTo(Map<String, Site.Body> all) {
    all.put("get", (run, arguments) -> Members.find(arguments[0], arguments[1]));
    all.put("keys", entries("get keys from", Map.Entry::getKey, false));
    all.put("values", entries("get values from", Map.Entry::getValue, false));
    all.put("toPairs", entries("transform to pairs", MapFunctions::pair, true));
    all.put("fromPairs", (run, arguments) -> fromPairs(arguments[0]));
  }

  private static Object pair(Map.Entry<?, ?> entry) {
    return Typed.pair(entry.getKey(), entry.getValue());
  }

  private static Site.Body entries(
      String what, Function<Map.Entry<?, ?>, Object> part, boolean pairs) {
    return (run, arguments) -> {
      if (!(arguments[0] instanceof Map<?, ?> map)) {
        throw new Failure("cannot %s %s".formatted(what, Lists.kind(arguments[0])));
      }
      List<Object> parts = new ArrayList<>(map.size());
      GoMaps.sorted(map).forEach(entry -> parts.add(part.apply(entry)));
      return pairs ? Typed.pairs(parts) : Collections.unmodifiableList(parts);
    };
  }

  private static Object fromPairs(Object value) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (Object element : Lists.of(value, "transform from pairs")) {
      List<?> pair = Lists.orNull(element);
      if (pair == null || pair.size() != 2) {
        throw new Failure("a pair is a list of two, not " + Values.typeName(element));
      }
      map.put(Members.hashable(pair.get(0)), pair.get(1));
    }
    return Typed.map(map);
  }
}
