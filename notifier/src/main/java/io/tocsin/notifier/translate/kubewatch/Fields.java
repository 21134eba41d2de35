package io.tocsin.notifier.translate.kubewatch;

import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.Values;
import io.tocsin.services.options.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The fields of a mapping, upper and lower case being the same. What has a wrong type is noted and
 * taken as absent, as are empty texts.
 */
final class Fields {
  private final String path;
  private final Map<String, Object> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Notes notes;

  private Fields(String path, Map<String, Object> values, Notes notes) {
    this.path = path;
    this.notes = notes;
    this.values.putAll(values);
    this.values.values().removeIf(value -> value == null || value.equals(""));
  }

  /** Those of a value that should be a mapping; none where it is something else. */
  static Fields of(String path, Object value, Notes notes) {
    Map<String, Object> fields =
        value == null ? Map.of() : read(notes, path, Map.of(), () -> Values.mapping("", value));
    return new Fields(path, fields, notes);
  }

  Notes notes() {
    return notes;
  }

  /** The names as they stand there. */
  List<String> names() {
    return List.copyOf(values.keySet());
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Object value(String name) {
    return values.get(name);
  }

  String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** The place of all. */
  String path() {
    return path;
  }

  /** A text, or an empty one. */
  String text(String name) {
    return has(name) ? read(name, "", () -> Values.string("", value(name))) : "";
  }

  boolean flag(String name, boolean otherwise) {
    return switch (value(name)) {
      case null -> otherwise;
      case Boolean truth -> truth;
      default -> {
        notes.wrong(path(name), "must be true or false");
        yield otherwise;
      }
    };
  }

  /** Texts; one alone needs no list. */
  List<String> texts(String name) {
    return has(name) ? read(name, List.of(), () -> Values.strings("", value(name))) : List.of();
  }

  Fields fields(String name) {
    return of(path(name), value(name), notes);
  }

  /** The mappings of a list. */
  List<Fields> list(String name) {
    if (!has(name)) {
      return List.of();
    }
    List<Object> items = read(name, List.of(), () -> Values.list("", value(name), item -> item));
    List<Fields> fields = new ArrayList<>();
    for (Object item : items) {
      fields.add(of("%s[%d]".formatted(path(name), fields.size()), item, notes));
    }
    return fields;
  }

  /** Notes each name that is not among those known. */
  void expect(List<String> known) {
    for (String name : names()) {
      if (known.stream().noneMatch(name::equalsIgnoreCase)) {
        notes.note(
            path(name),
            "is no field of kubewatch's; it is left out%s".formatted(Nearest.hint(name, known)));
      }
    }
  }

  /** Whether a text is there to be replaced, such as {@code <token>} or {@code XXXX}. */
  static boolean placeholder(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.matches("<[^>]*>|#?x{3,}|.*\\byour_(channel|token)\\b.*");
  }

  private <T> T read(String name, T otherwise, Supplier<T> reading) {
    return read(notes, path(name), otherwise, reading);
  }

  private static <T> T read(Notes notes, String path, T otherwise, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ConfigurationException e) {
      notes.wrong(path, e.getMessage());
      return otherwise;
    }
  }
}
