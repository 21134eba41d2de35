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

  private static final String PREFIX = "notified.";

  private NotifiedAnnotation() {}

  /** Its name where subscriptions have that prefix, as the original's engine names it. */
  public static String named(String annotationPrefix) {
    return PREFIX + annotationPrefix;
  }

  /** Whether an annotation is one, under whatever prefix. */
  public static boolean is(String annotation) {
    return annotation.startsWith(PREFIX);
  }

  /** The entries, sorted; none when the annotation is absent or no such object, as the original. */
  public static Map<String, Long> read(Map<String, String> annotations) {
    return read(annotations, NAME);
  }

  /** The same of the annotation of another name. */
  public static Map<String, Long> read(Map<String, String> annotations, String name) {
    String text = annotations.get(name);
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
