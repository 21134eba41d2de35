package io.tocsin.controller.kustomize;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * By which fields the elements of a list are known, for the kinds of Kubernetes itself ({@code
 * x-kubernetes-patch-merge-key} and {@code x-kubernetes-list-map-keys} of its API). Lists of other
 * kinds are replaced as wholes.
 */
final class MergeKeys {
  private static final Set<String> GROUPS =
      Set.of("", "apps", "autoscaling", "batch", "extensions", "policy");
  private static final Map<String, List<String>> KEYS =
      Map.ofEntries(
          Map.entry("containers", List.of("name")),
          Map.entry("initContainers", List.of("name")),
          Map.entry("ephemeralContainers", List.of("name")),
          Map.entry("env", List.of("name")),
          Map.entry("volumeMounts", List.of("mountPath")),
          Map.entry("volumeDevices", List.of("devicePath")),
          Map.entry("volumes", List.of("name")),
          Map.entry("imagePullSecrets", List.of("name")),
          Map.entry("secrets", List.of("name")),
          Map.entry("hostAliases", List.of("ip")),
          Map.entry("topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable")),
          Map.entry("resourceClaims", List.of("name")),
          Map.entry("schedulingGates", List.of("name")),
          Map.entry("claims", List.of("name")),
          Map.entry("conditions", List.of("type")),
          Map.entry("ownerReferences", List.of("uid")),
          Map.entry("webhooks", List.of("name")),
          Map.entry("matchConditions", List.of("name")));
  private static final List<String> OF_CONTAINERS = List.of("containerPort", "protocol");
  private static final List<String> OF_SERVICES = List.of("port", "protocol");

  private MergeKeys() {}

  static boolean isKnown(String group) {
    return GROUPS.contains(group) || group.endsWith(".k8s.io");
  }

  /** Empty for a list that is replaced. */
  static Optional<List<String>> of(String kind, String field) {
    if (field.equals("ports")) {
      return switch (kind) {
        case "Service" -> Optional.of(OF_SERVICES);
        case "NetworkPolicy", "Endpoints", "EndpointSlice" -> Optional.empty();
        default -> Optional.of(OF_CONTAINERS);
      };
    }
    return Optional.ofNullable(KEYS.get(field));
  }

  /** Whether elements are one and the same; a protocol that is not said is TCP. */
  static boolean same(List<String> keys, Map<?, ?> left, Map<?, ?> right) {
    return keys.stream().allMatch(key -> value(left, key).equals(value(right, key)));
  }

  private static Object value(Map<?, ?> element, String key) {
    Object value = element.get(key);
    if (value != null) {
      return value;
    }
    return key.equals("protocol") ? "TCP" : "";
  }
}
