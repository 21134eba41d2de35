package io.tocsin.controller.application;

import io.tocsin.controller.runtime.KubeObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Options of the form {@code Name=value}, of a sync or of one object. */
public record SyncOptions(List<String> options) {
  public static final SyncOptions NONE = new SyncOptions(List.of());
  public static final String ANNOTATION = "argocd.argoproj.io/sync-options";

  public SyncOptions {
    options = List.copyOf(options);
  }

  /** Those of an object, by its annotation. */
  public static SyncOptions of(KubeObject object) {
    String text = object.annotations().get(ANNOTATION);
    return text == null ? NONE : new SyncOptions(commaSeparated(text));
  }

  /** The parts of an annotation that is a list, trimmed; empty ones and repetitions left out. */
  public static List<String> commaSeparated(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .distinct()
        .toList();
  }

  /** Whether the option stands there as written, such as {@code Replace=true}. */
  public boolean has(String option) {
    return options.contains(option);
  }

  /** What stands after the first {@code name=}. */
  public Optional<String> value(String name) {
    String prefix = name + "=";
    return options.stream()
        .filter(option -> option.startsWith(prefix))
        .findFirst()
        .map(option -> option.substring(prefix.length()));
  }
}
