package io.tocsin.controller.sync.cluster;

import io.tocsin.controller.runtime.KubeObjects;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The annotation that remembers what was applied, as kubectl writes it. */
final class LastApplied {
  static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /** What was applied last; empty where nobody wrote it down. */
  Map<?, ?> of(Map<String, Object> live) {
    if (!(annotations(live).get(ANNOTATION) instanceof String text)) {
      return Map.of();
    }
    try {
      return (Map<?, ?>) KubeObjects.numbers(json.readValue(text, OBJECT));
    } catch (JacksonException e) {
      return Map.of();
    }
  }

  /** The target with itself in the annotation. */
  Map<String, Object> in(Map<String, Object> target) {
    Map<String, Object> plain = withAnnotation(target, null);
    return withAnnotation(plain, json.writeValueAsString(plain) + "\n");
  }

  private static Map<String, Object> withAnnotation(Map<String, Object> object, String text) {
    Map<String, Object> content = new LinkedHashMap<>(object);
    Map<Object, Object> metadata = new LinkedHashMap<>(map(content.get("metadata")));
    Map<Object, Object> annotations = new LinkedHashMap<>(annotations(object));
    if (text == null) {
      annotations.remove(ANNOTATION);
    } else {
      annotations.put(ANNOTATION, text);
    }
    metadata.put("annotations", annotations);
    content.put("metadata", metadata);
    return content;
  }

  private static Map<?, ?> annotations(Map<String, Object> object) {
    return map(map(object.get("metadata")).get("annotations"));
  }

  private static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
