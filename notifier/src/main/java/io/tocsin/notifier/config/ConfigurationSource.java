package io.tocsin.notifier.config;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a configuration is read from.
 *
 * @param namespace of both objects
 * @param data the ConfigMap's, in key order
 * @param secrets the Secret's, decoded
 * @param certificates certificate authorities in PEM by host, as {@code argocd-tls-certs-cm} has
 *     them
 */
public record ConfigurationSource(
    String namespace,
    Map<String, String> data,
    Map<String, byte[]> secrets,
    Map<String, String> certificates) {
  public ConfigurationSource {
    data = new TreeMap<>(data);
    secrets = new TreeMap<>(secrets);
    certificates = Map.copyOf(certificates);
  }

  /** Whether a service that stands under the key would be made anew just as it is. */
  boolean makesTheSame(String key, ConfigurationSource other) {
    return Objects.equals(data.get(key), other.data.get(key))
        && certificates.equals(other.certificates)
        && secrets.keySet().equals(other.secrets.keySet())
        && secrets.entrySet().stream()
            .allMatch(entry -> Arrays.equals(entry.getValue(), other.secrets.get(entry.getKey())));
  }

  /** The type of each service that a key declares, by its name, whether it can be made or not. */
  public Map<String, String> declaredServices() {
    Map<String, String> types = new TreeMap<>();
    for (String key : data.keySet()) {
      String[] parts = key.split("\\.", -1);
      if (parts[0].equals("service") && parts.length > 1) {
        types.put(parts[parts.length - 1], parts[1]);
      }
    }
    return types;
  }

  Optional<String> secret(String key) {
    return Optional.ofNullable(secrets.get(key))
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }
}
