package io.tocsin.controller.runtime;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Kubernetes object as its JSON says it: whole numbers are {@link Long}, others {@link Double}.
 *
 * @param content the whole object; shared by all readers, so never changed by anyone
 */
public record KubeObject(Map<String, Object> content) {
  public KubeObject {
    content = Collections.unmodifiableMap(content);
  }

  public ObjectKey key() {
    return new ObjectKey(namespace(), name());
  }

  /** Group and version, such as {@code apps/v1}. */
  public String apiVersion() {
    return text("apiVersion").orElse("");
  }

  /** Empty for the core group. */
  public String group() {
    int slash = apiVersion().indexOf('/');
    return slash < 0 ? "" : apiVersion().substring(0, slash);
  }

  public String kind() {
    return text("kind").orElse("");
  }

  public String name() {
    return text("metadata", "name").orElse("");
  }

  /** Empty for an object of the cluster. */
  public String namespace() {
    return text("metadata", "namespace").orElse("");
  }

  public String uid() {
    return text("metadata", "uid").orElse("");
  }

  public String resourceVersion() {
    return text("metadata", "resourceVersion").orElse("");
  }

  public Map<String, String> labels() {
    return strings("labels");
  }

  public Map<String, String> annotations() {
    return strings("annotations");
  }

  @SuppressWarnings("unchecked") // the API server takes nothing else for labels and annotations
  private Map<String, String> strings(String field) {
    return at("metadata", field) instanceof Map<?, ?> map ? (Map<String, String>) map : Map.of();
  }

  /** The string at the path, if there is one that is not empty. */
  public Optional<String> text(String... path) {
    return at(path) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The RFC 3339 time at the path, if there is one. */
  public Optional<Instant> time(String... path) {
    return text(path).flatMap(KubeObject::instant);
  }

  public List<?> list(String... path) {
    return at(path) instanceof List<?> list ? list : List.of();
  }

  /** What stands at the path, or null. */
  public Object at(String... path) {
    Object value = content;
    for (String name : path) {
      if (!(value instanceof Map<?, ?> map)) {
        return null;
      }
      value = map.get(name);
    }
    return value;
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
