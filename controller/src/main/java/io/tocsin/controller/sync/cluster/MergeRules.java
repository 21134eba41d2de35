package io.tocsin.controller.sync.cluster;

import io.tocsin.controller.schema.ListKeys;
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
        : ListKeys.of(field).orElse(List.of());
  }

  private static List<String> ports(List<String> path) {
    if (path.equals(List.of("spec", "ports"))) {
      return ListKeys.SERVICE_PORTS;
    }
    boolean container = path.size() > 1 && path.get(path.size() - 2).endsWith("ontainers");
    return container ? ListKeys.CONTAINER_PORTS : List.of();
  }

  /** What an element is told apart by; absent where it lacks a field that has no default. */
  static Optional<List<Object>> identity(Object element, List<String> keys) {
    if (!(element instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    List<Object> identity = new ArrayList<>();
    for (String key : keys) {
      Optional<Object> value = ListKeys.value(map, key);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      identity.add(value.get());
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
