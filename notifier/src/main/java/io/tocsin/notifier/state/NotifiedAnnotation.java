package io.tocsin.notifier.state;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The annotation that Argo CD Notifications keeps its state in: a JSON object of Unix seconds by
 * state key.
 */
public final class NotifiedAnnotation {
  public static final String NAME = "notified.notifications.argoproj.io";

  private NotifiedAnnotation() {}

  /** The entries, sorted; none when the annotation is absent or no such object, as the original. */
  public static Map<String, Long> read(Map<String, String> annotations) {
    String text = annotations.get(NAME);
    if (text == null || text.isEmpty()) {
      return new TreeMap<>();
    }
    try {
      return JsonMapper.shared().readValue(text, new TypeReference<TreeMap<String, Long>>() {});
    } catch (JacksonException e) {
      return new TreeMap<>();
    }
  }

  /** The annotation's value, or nothing when it is to be removed. */
  public static Optional<String> write(Map<String, Long> entries) {
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(JsonMapper.shared().writeValueAsString(new TreeMap<>(entries)));
  }
}
