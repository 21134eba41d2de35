package io.tocsin.embedded.api;

import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.kinds.ResourceType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the API server itself writes into objects of certain kinds. */
final class Preparation {
  /** What the API leaves out when there is nothing in it. */
  private static final List<String> METADATA =
      List.of("labels", "annotations", "finalizers", "ownerReferences");

  private static final List<String> DATA = List.of("data", "binaryData", "immutable");

  private Preparation() {}

  /** Before an object is created. */
  static void create(ResourceType type, Map<String, Object> object, String now) {
    if (type.hasStatus() && !type.resource().equals("nodes")) {
      object.remove("status");
    }
    switch (type.resource()) {
      case "namespaces" -> {
        Tree.ensureMap(object, "spec").put("finalizers", new ArrayList<>(List.of("kubernetes")));
        object.put("status", phase("Active"));
      }
      case "pods", "persistentvolumeclaims" -> object.put("status", phase("Pending"));
      default -> {}
    }
    write(type, object, now);
  }

  /** Before an object is created or updated. */
  static void write(ResourceType type, Map<String, Object> object, String now) {
    dropEmpty(Tree.ensureMap(object, "metadata"), METADATA);
    if (type.custom().isEmpty()) {
      dropEmpty(object, DATA);
    }
    switch (type.resource()) {
      case "secrets" -> encodeStringData(object);
      case "customresourcedefinitions.apiextensions.k8s.io" ->
          DefinitionPreparation.prepare(type, object, now);
      default -> {}
    }
    type.custom().ifPresent(custom -> custom.schema().normalize(object));
  }

  private static void dropEmpty(Map<String, Object> object, List<String> fields) {
    for (String field : fields) {
      Object value = object.get(field);
      if ((value instanceof Map<?, ?> map && map.isEmpty())
          || (value instanceof List<?> list && list.isEmpty())
          || value == null) {
        object.remove(field);
      }
    }
  }

  private static Map<String, Object> phase(String phase) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("phase", phase);
    return status;
  }

  private static void encodeStringData(Map<String, Object> secret) {
    secret.putIfAbsent("type", "Opaque");
    Map<String, Object> plain = Tree.map(secret, "stringData");
    if (!plain.isEmpty()) {
      Map<String, Object> data = Tree.ensureMap(secret, "data");
      plain.forEach(
          (key, value) ->
              data.put(
                  key,
                  Base64.getEncoder()
                      .encodeToString(String.valueOf(value).getBytes(StandardCharsets.UTF_8))));
    }
    secret.remove("stringData");
  }
}
