package io.tocsin.notifier.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Knows which webhooks take JSON: by their content type, or by how their body begins. */
record Webhooks(Checked checked) {
  /** The bodies that must be JSON, for each webhook that a template's section names. */
  Map<String, List<JsonField>> fields(Object section) {
    Map<String, List<JsonField>> fields = new LinkedHashMap<>();
    if (section instanceof Map<?, ?> webhooks) {
      webhooks.forEach(
          (name, request) -> {
            String path = name + ".body";
            fields.put(
                name.toString(),
                takesJson(name.toString(), request)
                    ? List.of(new JsonField("webhook", path, JsonField.Form.ANY))
                    : List.of());
          });
    }
    return fields;
  }

  private boolean takesJson(String name, Object request) {
    Object service = checked.definition("service.webhook." + name).orElse(Map.of());
    return contentType(request)
        .or(() -> contentType(service))
        .map(type -> type.toLowerCase(Locale.ROOT).contains("json"))
        .orElseGet(() -> beginsAsJson(request));
  }

  private static Optional<String> contentType(Object definition) {
    if (!(definition instanceof Map<?, ?> map) || !(map.get("headers") instanceof List<?> list)) {
      return Optional.empty();
    }
    return list.stream()
        .filter(Map.class::isInstance)
        .map(Map.class::cast)
        .filter(header -> "content-type".equalsIgnoreCase(String.valueOf(header.get("name"))))
        .map(header -> String.valueOf(header.get("value")))
        .findFirst();
  }

  /** An action of a template begins with a brace, too. */
  private static boolean beginsAsJson(Object request) {
    String body =
        request instanceof Map<?, ?> map && map.get("body") instanceof String text
            ? text.strip()
            : "";
    return (body.startsWith("{") && !body.startsWith("{{")) || body.startsWith("[");
  }
}
