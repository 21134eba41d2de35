package io.tocsin.notifier.translate.kubewatch;

import io.tocsin.notifier.translate.Translation.SecretValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * A handler as a service here.
 *
 * @param type of the service
 * @param name of the service
 * @param to whom of it; empty for services that need no recipient
 * @param section what a template says below the type; takes how the message is worded
 */
record Delivery(
    String type,
    String name,
    Map<String, Object> options,
    SortedMap<String, SecretValue> secrets,
    String to,
    Function<Wording, Map<String, Object>> section) {
  static Delivery of(
      Setup setup,
      String type,
      Map<String, Object> options,
      String to,
      Function<Wording, Map<String, Object>> section) {
    return new Delivery(type, setup.service(), options, setup.secrets(), to, section);
  }

  /** A webhook that JSON is posted to. */
  static Delivery webhook(Setup setup, Map<String, Object> options, String path, String body) {
    return of(
        setup,
        "webhook",
        options,
        "",
        wording -> {
          Map<String, Object> request = new LinkedHashMap<>();
          request.put("method", "POST");
          if (!path.isEmpty()) {
            request.put("path", path);
          }
          request.put("body", wording.prelude() + body.strip());
          return Map.of(setup.service(), request);
        });
  }

  /** The key of the ConfigMap. */
  String key() {
    return "service.%s.%s".formatted(type, name);
  }

  /** As subscriptions name it. */
  String recipient() {
    return to.isEmpty() ? name : name + ":" + to;
  }
}
