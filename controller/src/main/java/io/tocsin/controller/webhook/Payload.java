package io.tocsin.controller.webhook;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A part of a payload; what is absent, or is not of the type that is asked for, is empty. */
record Payload(JsonNode node) {
  static Payload parse(byte[] body) {
    try {
      JsonNode node = JsonMapper.shared().readTree(body);
      if (!node.isObject()) {
        throw WebhookException.bad("the payload must be a JSON object");
      }
      return new Payload(node);
    } catch (JacksonException e) {
      throw WebhookException.bad(
          "the payload must be JSON; set the webhook's content type to application/json");
    }
  }

  Payload at(String... path) {
    JsonNode found = node;
    for (String name : path) {
      found = found.path(name);
    }
    return new Payload(found);
  }

  String text(String... path) {
    JsonNode found = at(path).node;
    return found.isString() ? found.stringValue() : "";
  }

  List<Payload> list(String... path) {
    List<Payload> items = new ArrayList<>();
    JsonNode found = at(path).node;
    if (found.isArray()) {
      found.forEach(item -> items.add(new Payload(item)));
    }
    return items;
  }

  /** The files that commits added, modified and removed. */
  List<String> files() {
    List<String> files = new ArrayList<>();
    for (Payload commit : list("commits")) {
      for (String change : List.of("added", "modified", "removed")) {
        commit.list(change).stream()
            .map(Payload::text)
            .filter(f -> !f.isEmpty())
            .forEach(files::add);
      }
    }
    return files;
  }

  /** The name in {@code refs/heads/name}, which may have slashes. */
  static String name(String ref) {
    String[] parts = ref.split("/", 3);
    return parts[parts.length - 1];
  }
}
