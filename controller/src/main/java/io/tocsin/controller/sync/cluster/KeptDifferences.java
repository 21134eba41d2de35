package io.tocsin.controller.sync.cluster;

import io.tocsin.controller.runtime.KubeObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * {@code RespectIgnoreDifferences=true}: targets that leave ignored fields as they are in the
 * cluster. What is ignored is what a normalisation takes away. The live {@code status} is never
 * taken over.
 */
public final class KeptDifferences {
  private final MergeRules rules;

  private KeptDifferences(MergeRules rules) {
    this.rules = rules;
  }

  /**
   * The target with the live values of ignored fields, and without those that are not there.
   *
   * @param normalizer takes ignored fields away
   */
  public static KubeObject in(
      KubeObject target, KubeObject live, UnaryOperator<KubeObject> normalizer) {
    Map<String, Object> visible = without(live.content(), "status");
    Map<?, ?> compared = without(normalizer.apply(live).content(), "status");
    Map<?, ?> wanted = normalizer.apply(target).content();
    KeptDifferences kept = new KeptDifferences(MergeRules.of(target.group()));
    return new KubeObject(kept.merge(List.of(), wanted, visible, compared));
  }

  private static Map<String, Object> without(Map<String, Object> content, String field) {
    Map<String, Object> rest = new LinkedHashMap<>(content);
    rest.remove(field);
    return rest;
  }

  private Map<String, Object> merge(
      List<String> path, Map<?, ?> target, Map<?, ?> live, Map<?, ?> compared) {
    Map<String, Object> merged = new LinkedHashMap<>();
    target.forEach((name, value) -> merged.put((String) name, value));
    live.forEach(
        (name, value) -> {
          List<String> inner = new ArrayList<>(path);
          inner.add((String) name);
          if (!compared.containsKey(name)) {
            merged.put((String) name, value);
          } else if (target.containsKey(name)) {
            merged.put((String) name, value(inner, target.get(name), value, compared.get(name)));
          }
        });
    return merged;
  }

  private Object value(List<String> path, Object target, Object live, Object compared) {
    if (Objects.equals(live, compared)) {
      return target;
    }
    if (target instanceof Map<?, ?> to && live instanceof Map<?, ?> is) {
      return merge(path, to, is, compared instanceof Map<?, ?> map ? map : Map.of());
    }
    boolean lists =
        target instanceof List<?> && live instanceof List<?> && compared instanceof List<?>;
    return lists ? list(path, (List<?>) target, (List<?>) live, (List<?>) compared) : target;
  }

  /** Elements are paired by their key; where there is none, by their place. */
  private List<Object> list(List<String> path, List<?> target, List<?> live, List<?> compared) {
    Optional<String> key = rules.key(path);
    List<Object> merged = new ArrayList<>();
    for (int i = 0; i < target.size(); i++) {
      Object to = target.get(i);
      Object is = partner(key, to, live, i);
      Object visible = partner(key, to, compared, i);
      merged.add(is == null || visible == null ? to : value(path, to, is, visible));
    }
    return merged;
  }

  private static Object partner(Optional<String> key, Object element, List<?> others, int place) {
    if (key.isEmpty() || !(element instanceof Map<?, ?> map)) {
      return place < others.size() ? others.get(place) : null;
    }
    Object id = map.get(key.get());
    return others.stream()
        .filter(each -> each instanceof Map<?, ?> other && Objects.equals(other.get(key.get()), id))
        .findFirst()
        .orElse(null);
  }
}
