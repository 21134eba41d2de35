package io.tocsin.controller.kustomize;

import io.tocsin.controller.schema.ListKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * By which fields the elements of a list are known, for the kinds of Kubernetes itself. Lists of
 * other kinds are replaced as wholes.
 */
final class MergeKeys {
  private static final Set<String> GROUPS =
      Set.of("", "apps", "autoscaling", "batch", "extensions", "policy");
  private static final Map<String, List<String>> FURTHER =
      Map.of(
          "claims", List.of("name"),
          "conditions", List.of("type"),
          "ownerReferences", List.of("uid"),
          "secrets", List.of("name"));

  private MergeKeys() {}

  static boolean isKnown(String group) {
    return GROUPS.contains(group) || group.endsWith(".k8s.io");
  }

  /** Empty for a list that is replaced. */
  static Optional<List<String>> of(String kind, String field) {
    if (field.equals("ports")) {
      return switch (kind) {
        case "Service" -> Optional.of(ListKeys.SERVICE_PORTS);
        case "NetworkPolicy", "Endpoints", "EndpointSlice" -> Optional.empty();
        default -> Optional.of(ListKeys.CONTAINER_PORTS);
      };
    }
    return ListKeys.of(field).or(() -> Optional.ofNullable(FURTHER.get(field)));
  }

  /** Whether elements are one and the same; a protocol that is not said is TCP. */
  static boolean same(List<String> keys, Map<?, ?> left, Map<?, ?> right) {
    return keys.stream()
        .allMatch(key -> ListKeys.value(left, key).equals(ListKeys.value(right, key)));
  }
}
