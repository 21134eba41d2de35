package io.tocsin.controller.compare;

import io.tocsin.controller.application.GoDurations;
import io.tocsin.controller.application.InvalidSpecException;
import io.tocsin.controller.customization.KnownTypeField;
import io.tocsin.controller.customization.ResourceCustomization;
import io.tocsin.controller.customization.ResourceCustomizations;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fields of custom kinds that are of the API's own types ({@code knownTypeFields}): there the
 * target's way of writing an amount counts as the live object's. Rollouts have such a field by
 * themselves.
 */
record KnownTypes(ResourceCustomizations customizations) {
  private static final List<KnownTypeField> ROLLOUT =
      List.of(new KnownTypeField("spec.template.spec", "core/v1/PodSpec"));

  /** The target with the live object's spelling where both say the same. */
  Map<String, Object> align(
      KubeObject identity, Map<String, Object> target, Map<String, Object> live) {
    Object result = target;
    for (KnownTypeField field : fields(identity)) {
      result = align(result, live, List.of(field.field().split("\\.")), 0, field.type());
    }
    return Trees.map(result);
  }

  private List<KnownTypeField> fields(KubeObject identity) {
    List<KnownTypeField> fields =
        customizations
            .exactly(identity.group(), identity.kind())
            .map(ResourceCustomization::knownTypeFields)
            .orElse(List.of());
    boolean rollout = identity.kind().equals("Rollout") && identity.group().equals("argoproj.io");
    return fields.isEmpty() && rollout ? ROLLOUT : fields;
  }

  private static Object align(
      Object target, Object live, List<String> path, int depth, String type) {
    if (target instanceof List<?> list && live instanceof List<?> other) {
      List<Object> result = new ArrayList<>(list);
      for (int i = 0; i < Math.min(list.size(), other.size()); i++) {
        result.set(i, align(list.get(i), other.get(i), path, depth, type));
      }
      return result.equals(list) ? target : result;
    }
    if (depth == path.size()) {
      return aligned(target, live, path.getLast(), type);
    }
    String name = path.get(depth);
    if (target instanceof Map<?, ?> map
        && live instanceof Map<?, ?> other
        && map.containsKey(name)) {
      Object inner = align(map.get(name), other.get(name), path, depth + 1, type);
      return Trees.isIdentical(inner, map.get(name))
          ? target
          : Trees.with(Trees.map(map), inner, name);
    }
    return target;
  }

  private static Object aligned(Object target, Object live, String field, String type) {
    return switch (type) {
      case "core/Quantity" -> quantities(target, live, "limits", field);
      case "core/v1/ResourceList" -> quantities(target, live, "", "limits");
      case "meta/v1/Duration" -> isSameDuration(target, live) ? live : target;
      default -> quantities(target, live, "", field);
    };
  }

  private static boolean isSameDuration(Object target, Object live) {
    try {
      return target instanceof String text
          && live instanceof String other
          && GoDurations.parse(text).equals(GoDurations.parse(other));
    } catch (InvalidSpecException e) {
      return false;
    }
  }

  /** Quantities are where the API's types have them. */
  private static Object quantities(Object target, Object live, String parent, String field) {
    if (target instanceof Map<?, ?> map && live instanceof Map<?, ?> other) {
      Map<String, Object> result = new LinkedHashMap<>(Trees.map(map));
      result.replaceAll((name, value) -> quantities(value, other.get(name), field, name));
      return result.equals(map) ? target : result;
    }
    if (target instanceof List<?> list && live instanceof List<?> other) {
      List<Object> result = new ArrayList<>(list);
      for (int i = 0; i < Math.min(list.size(), other.size()); i++) {
        result.set(i, quantities(list.get(i), other.get(i), parent, field));
      }
      return result.equals(list) ? target : result;
    }
    return Quantities.isField(parent, field) && Quantities.same(target, live) ? live : target;
  }
}
