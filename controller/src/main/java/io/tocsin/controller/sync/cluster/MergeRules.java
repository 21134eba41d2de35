package io.tocsin.controller.sync.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How lists and objects of Kubernetes' own kinds are merged, after the {@code patchStrategy} and
 * {@code patchMergeKey} of their API types. Custom kinds have only those of metadata.
 */
final class MergeRules {
  private static final String PROTOCOL = "protocol";
  private static final Map<String, List<String>> KEYS =
      Map.ofEntries(
          Map.entry("containers", List.of("name")),
          Map.entry("initContainers", List.of("name")),
          Map.entry("ephemeralContainers", List.of("name")),
          Map.entry("volumes", List.of("name")),
          Map.entry("imagePullSecrets", List.of("name")),
          Map.entry("hostAliases", List.of("ip")),
          Map.entry("topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable")),
          Map.entry("schedulingGates", List.of("name")),
          Map.entry("resourceClaims", List.of("name")),
          Map.entry("env", List.of("name")),
          Map.entry("volumeMounts", List.of("mountPath")),
          Map.entry("volumeDevices", List.of("devicePath")),
          Map.entry("webhooks", List.of("name")),
          Map.entry("matchConditions", List.of("name")));

  /** What keeps nothing of the live object that the target does not say. */
  private static final Set<String> RETAINING = Set.of("strategy", "volumes");

  private final boolean builtIn;

  private MergeRules(boolean builtIn) {
    this.builtIn = builtIn;
  }

  static MergeRules of(String group) {
    return new MergeRules(!group.contains(".") || group.endsWith(".k8s.io"));
  }

  /** The fields by which elements of a list are told apart; none for a list that is a whole. */
  List<String> keys(List<String> path) {
    String field = path.getLast();
    if (path.equals(List.of("metadata", "ownerReferences"))) {
      return List.of("uid");
    }
    if (!builtIn) {
      return List.of();
    }
    if (field.equals("ports")) {
      return ports(path);
    }
    boolean ofAccount = path.size() == 1;
    if (field.equals("secrets")) {
      return ofAccount ? List.of("name") : List.of();
    }
    return ofAccount && field.equals("imagePullSecrets")
        ? List.of()
        : KEYS.getOrDefault(field, List.of());
  }

  private static List<String> ports(List<String> path) {
    if (path.equals(List.of("spec", "ports"))) {
      return List.of("port", PROTOCOL);
    }
    boolean container = path.size() > 1 && path.get(path.size() - 2).endsWith("ontainers");
    return container ? List.of("containerPort", PROTOCOL) : List.of();
  }

  /** What an element is told apart by; absent where it lacks a field that has no default. */
  static Optional<List<Object>> identity(Object element, List<String> keys) {
    if (!(element instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    List<Object> identity = new ArrayList<>();
    for (String key : keys) {
      Object value = map.get(key);
      if (value == null && !key.equals(PROTOCOL)) {
        return Optional.empty();
      }
      identity.add(value == null ? "TCP" : value);
    }
    return Optional.of(identity);
  }

  /** Whether a list of plain values is a set. */
  boolean isSet(List<String> path) {
    return path.equals(List.of("metadata", "finalizers"));
  }

  /** Whether an object, or an element of the list, loses what the target does not say. */
  boolean isRetaining(List<String> path) {
    return builtIn && RETAINING.contains(path.getLast()) && path.contains("spec");
  }

  /** Whether an object is replaced as a whole. */
  boolean isWhole(List<String> path, String kind) {
    return builtIn
        && kind.equals("PodDisruptionBudget")
        && path.equals(List.of("spec", "selector"));
  }
}
