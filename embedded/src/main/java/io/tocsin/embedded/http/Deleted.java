package io.tocsin.embedded.http;

import io.tocsin.embedded.json.Json;
import io.tocsin.embedded.kinds.ResourceType;
import io.tocsin.embedded.store.Stored;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer to a deletion that left nothing. */
final class Deleted {
  private Deleted() {}

  static byte[] status(ResourceType type, Stored last) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("name", last.key().name());
    if (!type.group().isEmpty()) {
      details.put("group", type.group());
    }
    details.put("kind", type.plural());
    details.put("uid", last.uid());
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("kind", "Status");
    status.put("apiVersion", "v1");
    status.put("metadata", Map.of());
    status.put("status", "Success");
    status.put("details", details);
    return Json.bytes(status);
  }
}
