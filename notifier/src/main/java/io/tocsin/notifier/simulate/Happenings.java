package io.tocsin.notifier.simulate;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.embedded.patch.MergePatch;
import io.tocsin.notifier.config.ConfigurationException;
import io.tocsin.notifier.config.Yaml;
import io.tocsin.templates.golang.GoException;
import io.tocsin.templates.golang.time.GoDuration;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what happened: documents of YAML, or JSON a line, each with {@code at} (a time, or {@code
 * +5m} after the one before) and one of {@code object} (an Application as it was then), {@code
 * patch} (what changed of it: a merge patch with its name), {@code gone} (a name) or nothing, when
 * time goes by.
 */
public final class Happenings {
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  private final Map<ObjectKey, Map<String, Object>> states = new HashMap<>();
  private final List<Happening> all = new ArrayList<>();
  private Instant now = BEGINNING;

  private Happenings() {}

  /**
   * In the order of time.
   *
   * @throws ConfigurationException naming the document that is wrong
   */
  public static List<Happening> read(String text) {
    Happenings happenings = new Happenings();
    int number = 0;
    for (Object document : Yaml.documents(lines(text))) {
      number++;
      try {
        happenings.add(Yaml.asMapping(document));
      } catch (ConfigurationException e) {
        throw new ConfigurationException("document " + number + ": " + e.getMessage());
      }
    }
    return List.copyOf(happenings.all);
  }

  /** JSON a line is a document each. */
  private static String lines(String text) {
    return text.stripLeading().startsWith("{") ? text.replaceAll("(?m)^(?=[{])", "---\n") : text;
  }

  private void add(Map<String, Object> document) {
    now = time(document.get("at"));
    if (!all.isEmpty() && now.isBefore(all.getLast().at())) {
      throw new ConfigurationException("at %s is before what stands above it".formatted(now));
    }
    if (document.get("object") != null) {
      present(Yaml.asMapping(document.get("object")));
    } else if (document.get("patch") != null) {
      Map<String, Object> patch = Yaml.asMapping(document.get("patch"));
      ObjectKey key = new KubeObject(patch).key();
      if (!states.containsKey(key)) {
        throw new ConfigurationException("the patch is of " + key + ", which was not seen before");
      }
      present(new MergePatch(patch).apply(states.get(key)));
    } else if (document.get("gone") != null) {
      gone(String.valueOf(document.get("gone")));
    } else {
      all.add(new Happening.Nothing(now));
    }
  }

  private void present(Map<String, Object> state) {
    KubeObject object = new KubeObject(state);
    if (object.name().isEmpty()) {
      throw new ConfigurationException("the object has no metadata.name");
    }
    states.put(object.key(), state);
    all.add(new Happening.Present(now, object));
  }

  private void gone(String name) {
    ObjectKey key = ObjectKey.parse(name, "");
    ObjectKey known =
        states.keySet().stream()
            .filter(seen -> seen.equals(key) || seen.name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> new ConfigurationException(name + " is gone, but was not seen before"));
    states.remove(known);
    all.add(new Happening.Gone(now, known));
  }

  private Instant time(Object at) {
    return switch (at) {
      case null -> now;
      case String text when text.startsWith("+") -> now.plus(duration(text.substring(1)));
      case String text -> instant(text);
      default -> throw new ConfigurationException("at must be a time or +5m, not " + at);
    };
  }

  private static Duration duration(String text) {
    try {
      return Duration.ofNanos(GoDuration.parse(text).nanoseconds());
    } catch (GoException e) {
      throw new ConfigurationException("at: '+" + text + "' is no duration such as +90s or +5m");
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new ConfigurationException(
          "at: '" + text + "' is no time such as 2026-06-01T12:00:00Z");
    }
  }
}
