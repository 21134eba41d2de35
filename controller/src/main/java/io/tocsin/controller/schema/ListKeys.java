package io.tocsin.controller.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By which fields the elements of lists of Kubernetes' own kinds are told apart, after {@code
 * x-kubernetes-patch-merge-key} and {@code x-kubernetes-list-map-keys} of its API. Only those that
 * all who merge agree on.
 */
public final class ListKeys {
  /** Ports are told apart by number and protocol: 53/TCP and 53/UDP are two. */
  public static final List<String> CONTAINER_PORTS = List.of("containerPort", "protocol");

  public static final List<String> SERVICE_PORTS = List.of("port", "protocol");
  private static final List<String> NAME = List.of("name");
  private static final Map<String, List<String>> KEYS =
      Map.ofEntries(
          Map.entry("containers", NAME),
          Map.entry("env", NAME),
          Map.entry("ephemeralContainers", NAME),
          Map.entry("hostAliases", List.of("ip")),
          Map.entry("imagePullSecrets", NAME),
          Map.entry("initContainers", NAME),
          Map.entry("matchConditions", NAME),
          Map.entry("resourceClaims", NAME),
          Map.entry("schedulingGates", NAME),
          Map.entry("topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable")),
          Map.entry("volumeDevices", List.of("devicePath")),
          Map.entry("volumeMounts", List.of("mountPath")),
          Map.entry("volumes", NAME),
          Map.entry("webhooks", NAME));

  private ListKeys() {}

  /** Those of a list by the name of its field, but for {@code ports}, which are of two kinds. */
  public static Optional<List<String>> of(String field) {
    return Optional.ofNullable(KEYS.get(field));
  }

  /** What the field of a key is in an element; a protocol that is not said is TCP. */
  public static Optional<Object> value(Map<?, ?> element, String field) {
    Object value = element.get(field);
    return Optional.ofNullable(value == null && field.equals("protocol") ? "TCP" : value);
  }
}
