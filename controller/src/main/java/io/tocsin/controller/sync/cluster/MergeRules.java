package io.tocsin.controller.sync.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How lists and objects of Kubernetes' own kinds are merged, after the {@code patchStrategy} and
 * {@code patchMergeKey} of their API types. Custom kinds have only those of metadata.
 */
final class MergeRules {
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("containers", "name"),
          Map.entry("initContainers", "name"),
          Map.entry("ephemeralContainers", "name"),
          Map.entry("volumes", "name"),
          Map.entry("imagePullSecrets", "name"),
          Map.entry("hostAliases", "ip"),
          Map.entry("topologySpreadConstraints", "topologyKey"),
          Map.entry("schedulingGates", "name"),
          Map.entry("resourceClaims", "name"),
          Map.entry("env", "name"),
          Map.entry("volumeMounts", "mountPath"),
          Map.entry("volumeDevices", "devicePath"),
          Map.entry("webhooks", "name"),
          Map.entry("matchConditions", "name"));

  /** What keeps nothing of the live object that the target does not say. */
  private static final Set<String> RETAINING = Set.of("strategy", "volumes");

  private final boolean builtIn;

  private MergeRules(boolean builtIn) {
    this.builtIn = builtIn;
  }

  static MergeRules of(String group) {
    return new MergeRules(!group.contains(".") || group.endsWith(".k8s.io"));
  }

  /**
   * The field by which the elements of a list are told apart; absent for a list that is a whole.
   */
  Optional<String> key(List<String> path) {
    String field = path.getLast();
    if (path.equals(List.of("metadata", "ownerReferences"))) {
      return Optional.of("uid");
    }
    if (!builtIn) {
      return Optional.empty();
    }
    if (field.equals("ports")) {
      return ports(path);
    }
    if (field.equals("secrets") && path.size() == 1) {
      return Optional.of("name");
    }
    boolean account = field.equals("imagePullSecrets") && path.size() == 1;
    return account ? Optional.empty() : Optional.ofNullable(KEYS.get(field));
  }

  private static Optional<String> ports(List<String> path) {
    if (path.equals(List.of("spec", "ports"))) {
      return Optional.of("port");
    }
    boolean container = path.size() > 1 && path.get(path.size() - 2).endsWith("ontainers");
    return container ? Optional.of("containerPort") : Optional.empty();
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
