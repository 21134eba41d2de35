package io.tocsin.controller.webhook;

import io.tocsin.controller.runtime.KubeObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * What senders must prove that they know, by the keys of the Secret {@code argocd-secret}. A sender
 * without a key there is believed, as Argo CD does it; Harbor is not heard then.
 *
 * @param values decoded
 */
public record WebhookSecrets(Map<String, String> values) {
  private static final String PREFIX = "webhook.";

  public WebhookSecrets {
    values = Map.copyOf(values);
  }

  /**
   * Reads the Secret. A value {@code $key} stands for that of another of its keys; what is not
   * base64 counts as a secret that nobody knows.
   */
  public static WebhookSecrets of(KubeObject secret) {
    Map<String, String> all = new HashMap<>();
    if (secret.at("data") instanceof Map<?, ?> data) {
      data.forEach((key, value) -> all.put(String.valueOf(key), decoded(String.valueOf(value))));
    }
    if (secret.at("stringData") instanceof Map<?, ?> data) {
      data.forEach((key, value) -> all.put(String.valueOf(key), String.valueOf(value)));
    }
    Map<String, String> values = new HashMap<>();
    all.forEach(
        (key, value) -> {
          if (key.startsWith(PREFIX)) {
            values.put(
                key, value.startsWith("$") ? all.getOrDefault(value.substring(1), value) : value);
          }
        });
    return new WebhookSecrets(values);
  }

  /** Such as that of {@code github.secret}; empty when there is none. */
  String value(String key) {
    return values.getOrDefault(PREFIX + key, "");
  }

  private static String decoded(String value) {
    try {
      return new String(Base64.getMimeDecoder().decode(value), StandardCharsets.UTF_8).strip();
    } catch (IllegalArgumentException e) {
      return "\0";
    }
  }

  @Override
  public String toString() {
    return "secrets of " + values.keySet();
  }
}
