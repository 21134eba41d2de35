package io.tocsin.services.fields;

import io.tocsin.services.Notification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the templates said for a service, rendered; every getter has an empty answer where they said
 * nothing.
 */
public final class Fields {
  private static final Fields NONE = new Fields(Map.of());

  private final Map<?, ?> values;

  private Fields(Map<?, ?> values) {
    this.values = values;
  }

  /** The section of that key; absent when no template has it. */
  public static Optional<Fields> of(Notification notification, String key) {
    return notification.fields().get(key) instanceof Map<?, ?> map
        ? Optional.of(new Fields(map))
        : Optional.empty();
  }

  /** The section of that key, or one without any field. */
  public static Fields orNone(Notification notification, String key) {
    return of(notification, key).orElse(NONE);
  }

  /** Whether a template says anything there. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  public String text(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  /** The text, or another where it is empty. */
  public String text(String name, String otherwise) {
    String text = text(name);
    return text.isEmpty() ? otherwise : text;
  }

  public boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  public Optional<Boolean> optionalFlag(String name) {
    return values.get(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
  }

  public List<String> texts(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  public Map<String, String> textMap(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (values.get(name) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
    }
    return texts;
  }

  public Optional<Fields> group(String name) {
    return values.get(name) instanceof Map<?, ?> map
        ? Optional.of(new Fields(map))
        : Optional.empty();
  }

  public List<Fields> groups(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().map(item -> new Fields((Map<?, ?>) item)).toList()
        : List.of();
  }
}
