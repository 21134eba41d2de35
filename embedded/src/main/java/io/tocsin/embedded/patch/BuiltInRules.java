package io.tocsin.embedded.patch;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the built-in kinds, from the {@code patchMergeKey} and {@code listMapKey} markers of
 * the Kubernetes API types. What is not named is replaced as a whole.
 */
public final class BuiltInRules implements MergeRules {
  private static final ListRule ATOMIC = new ListRule.Atomic();

  private static final Map<String, ListRule> BY_NAME =
      Map.ofEntries(
          Map.entry("finalizers", new ListRule.Members()),
          Map.entry("ownerReferences", keyed("uid")),
          Map.entry("conditions", keyed("type")),
          Map.entry("containers", keyed("name")),
          Map.entry("initContainers", keyed("name")),
          Map.entry("ephemeralContainers", keyed("name")),
          Map.entry("env", keyed("name")),
          Map.entry("volumes", keyed("name")),
          Map.entry("volumeMounts", keyed("mountPath")),
          Map.entry("volumeDevices", keyed("devicePath")),
          Map.entry("imagePullSecrets", keyed("name")),
          Map.entry("secrets", keyed("name")),
          Map.entry("hostAliases", keyed("ip")),
          Map.entry("topologySpreadConstraints", keyed("topologyKey", "whenUnsatisfiable")),
          Map.entry("addresses", keyed("type")),
          Map.entry("taints", keyed("key", "effect")));

  private static final Set<String> ATOMIC_MAPS =
      Set.of(
          "selector",
          "nodeSelector",
          "podSelector",
          "namespaceSelector",
          "labelSelector",
          "secretKeyRef",
          "configMapKeyRef",
          "fieldRef",
          "resourceFieldRef",
          "roleRef",
          "scaleTargetRef");

  private static ListRule keyed(String... keys) {
    return new ListRule.Keyed(List.of(keys));
  }

  @Override
  public ListRule list(List<String> path) {
    if (path.getLast().equals("ports")) {
      return ports(path);
    }
    return BY_NAME.getOrDefault(path.getLast(), ATOMIC);
  }

  private static ListRule ports(List<String> path) {
    if (path.equals(List.of("spec", "ports"))) {
      return keyed("port", "protocol");
    }
    boolean container = path.size() > 1 && path.get(path.size() - 2).endsWith("ontainers");
    return container ? keyed("containerPort", "protocol") : ATOMIC;
  }

  @Override
  public boolean isAtomicMap(List<String> path) {
    return ATOMIC_MAPS.contains(path.getLast());
  }
}
