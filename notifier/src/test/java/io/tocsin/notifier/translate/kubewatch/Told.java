package io.tocsin.notifier.translate.kubewatch;

import io.tocsin.notifier.config.Yaml;
import java.util.Map;

/** A message to somebody, rendered for the type of their service. */
record Told(String recipient, String message, Map<String, Object> fields) {
  /** A field of what is said for the type, by the names that lead to it. */
  String field(String... names) {
    Object value = fields;
    for (String name : names) {
      value = Yaml.asMapping(value).get(name);
    }
    return value.toString();
  }

  /** The JSON in a field. */
  Object json(String... names) {
    return Yaml.parse(field(names));
  }

  /** The body of a webhook. */
  Map<String, Object> body() {
    return Yaml.asMapping(json("webhook", recipient, "body"));
  }
}
