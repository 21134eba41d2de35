package io.tocsin.notifier.config;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a configuration is read from.
 *
 * @param namespace of both objects
 * @param data the ConfigMap's, in key order
 * @param secrets the Secret's, decoded
 */
public record ConfigurationSource(
    String namespace, Map<String, String> data, Map<String, byte[]> secrets) {
  public ConfigurationSource {
    data = new TreeMap<>(data);
    secrets = new TreeMap<>(secrets);
  }

  Optional<String> secret(String key) {
    return Optional.ofNullable(secrets.get(key))
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }
}
