package io.tocsin.notifier.translate.kubenotifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a Notification, its fields found as Go's JSON finds them: in upper or lower case. */
final class Fields {
  private final String path;
  private final Map<?, ?> values;
  private final Draft draft;

  private Fields(String path, Map<?, ?> values, Draft draft) {
    this.path = path;
    this.values = values;
    this.draft = draft;
  }

  /** The fields, or nothing where it is no mapping; what is not known is noted. */
  static Optional<Fields> of(String path, Object value, List<String> known, Draft draft) {
    if (!(value instanceof Map<?, ?> map)) {
      draft.wrong(path, "must be a mapping");
      return Optional.empty();
    }
    for (Object key : map.keySet()) {
      String name = key.toString();
      if (known.stream().noneMatch(name::equalsIgnoreCase)) {
        draft.note(path + "." + name, "means nothing there, as in Argo Kube Notifier");
      }
    }
    return Optional.of(new Fields(path, map, draft));
  }

  String path(String field) {
    return path + "." + field;
  }

  boolean has(String field) {
    return value(field) != null;
  }

  /** Empty where there is none; a number or a boolean is its text. */
  String text(String field) {
    return switch (value(field)) {
      case null -> "";
      case String text -> text;
      case Long number -> number.toString();
      case Double number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> {
        wrong(field, "must be a text");
        yield "";
      }
    };
  }

  /** 0 where there is none. */
  long number(String field) {
    return switch (value(field)) {
      case null -> 0;
      case Long number -> number;
      default -> {
        wrong(field, "must be a whole number");
        yield 0;
      }
    };
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (Object item : list(field)) {
      if (item instanceof String text) {
        texts.add(text);
      } else {
        wrong(field, "must be a list of texts");
      }
    }
    return texts;
  }

  /** The parts of a list that are mappings; what is something else is noted. */
  List<Fields> parts(String field, List<String> known) {
    List<Fields> parts = new ArrayList<>();
    List<?> items = list(field);
    for (int i = 0; i < items.size(); i++) {
      of(path(field) + "[" + i + "]", items.get(i), known, draft).ifPresent(parts::add);
    }
    return parts;
  }

  Optional<Fields> part(String field, List<String> known) {
    Object value = value(field);
    return value == null ? Optional.empty() : of(path(field), value, known, draft);
  }

  void wrong(String field, String sentence) {
    draft.wrong(path(field), sentence);
  }

  void note(String field, String sentence) {
    draft.note(path(field), sentence);
  }

  private List<?> list(String field) {
    return switch (value(field)) {
      case null -> List.of();
      case List<?> list -> list;
      default -> {
        wrong(field, "must be a list");
        yield List.of();
      }
    };
  }

  private Object value(String field) {
    if (values.containsKey(field)) {
      return values.get(field);
    }
    return values.entrySet().stream()
        .filter(entry -> field.equalsIgnoreCase(entry.getKey().toString()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(null);
  }
}
