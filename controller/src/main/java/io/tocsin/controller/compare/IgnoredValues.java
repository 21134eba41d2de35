package io.tocsin.controller.compare;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code RespectIgnoreDifferences}: puts what is ignored into the target as it is in the cluster,
 * so that a sync leaves it alone.
 */
public final class IgnoredValues {
  private final CompareSettings settings;

  public IgnoredValues(CompareSettings settings) {
    this.settings = settings;
  }

  /**
   * The target to be applied; {@code status} is never taken over, as it is its controller's alone.
   */
  public KubeObject keep(KubeObject target, KubeObject live) {
    Map<String, Object> is = Trees.without(live.content(), "status");
    FieldSet.Pair pair = trusted(target, live, is);
    Map<String, Object> left = settings.ignore().strip(live, Trees.map(pair.value()));
    Map<String, Object> wanted = settings.ignore().strip(target, Trees.map(pair.other()));
    wanted = withStatus(wanted, target);
    return new KubeObject(Trees.map(restore(wanted, left, is, "", "")));
  }

  private static Map<String, Object> withStatus(Map<String, Object> wanted, KubeObject target) {
    return Trees.with(wanted, target.at("status"), "status");
  }

  private FieldSet.Pair trusted(KubeObject target, KubeObject live, Map<String, Object> is) {
    List<String> managers = settings.ignore().managers(target);
    return managers.isEmpty()
        ? new FieldSet.Pair(is, target.content())
        : ManagedFields.of(live).ofAny(managers).withoutDifferences(is, target.content());
  }

  /** The target with what the live value has beyond what was left of it. */
  private Object restore(Object target, Object left, Object live, String parent, String field) {
    if (Trees.same(left, live)) {
      return target;
    }
    if (left instanceof Map<?, ?> leftMap && live instanceof Map<?, ?> liveMap) {
      return restoreMap(Trees.map(target), Trees.map(leftMap), Trees.map(liveMap), field);
    }
    if (target instanceof List<?> list
        && left instanceof List<?> leftList
        && live instanceof List<?> liveList) {
      return restoreList(list, leftList, liveList, parent, field);
    }
    return live;
  }

  private Map<String, Object> restoreMap(
      Map<String, Object> target,
      Map<String, Object> left,
      Map<String, Object> live,
      String field) {
    Map<String, Object> result = new LinkedHashMap<>(target);
    live.forEach(
        (name, value) -> {
          if (!left.containsKey(name)) {
            result.put(name, value);
          } else if (!Trees.same(left.get(name), value)) {
            result.put(name, restore(target.get(name), left.get(name), value, field, name));
          }
        });
    return result;
  }

  private List<Object> restoreList(
      List<?> target, List<?> left, List<?> live, String parent, String field) {
    if (ListType.builtIn(parent, field) instanceof ListType.Keyed keyed) {
      return restoreKeyed(keyed, target, left, live, parent, field);
    }
    if (target.size() != live.size() || left.size() != live.size()) {
      return new ArrayList<>(live);
    }
    List<Object> result = new ArrayList<>();
    for (int i = 0; i < live.size(); i++) {
      result.add(restore(target.get(i), left.get(i), live.get(i), parent, field));
    }
    return result;
  }

  private List<Object> restoreKeyed(
      ListType.Keyed keyed,
      List<?> target,
      List<?> left,
      List<?> live,
      String parent,
      String field) {
    List<Object> result = new ArrayList<>(target);
    for (Object element : live) {
      Optional<Object> remainder = keyed.find(left, element);
      Optional<Object> wanted = keyed.find(target, element);
      if (remainder.isEmpty()) {
        wanted.ifPresent(result::remove);
        result.add(element);
      } else if (wanted.isPresent()) {
        result.replaceAll(
            value ->
                Trees.isIdentical(value, wanted.get())
                    ? restore(value, remainder.get(), element, parent, field)
                    : value);
      }
    }
    return result;
  }
}
