package io.tocsin.controller.sync;

import io.tocsin.controller.runtime.KubeObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Changes of rendered objects before they are applied; the objects themselves stay as they are. */
final class Targets {
  private static final int SHORT_REVISION = 7;

  private Targets() {}

  static KubeObject withMetadata(KubeObject object, String field, Object value) {
    Map<String, Object> content = new LinkedHashMap<>(object.content());
    Map<String, Object> metadata = new LinkedHashMap<>();
    if (content.get("metadata") instanceof Map<?, ?> map) {
      map.forEach((name, old) -> metadata.put((String) name, old));
    }
    if (value == null) {
      metadata.remove(field);
    } else {
      metadata.put(field, value);
    }
    content.put("metadata", metadata);
    return new KubeObject(content);
  }

  /** In the namespace, or in none. */
  static KubeObject in(KubeObject object, String namespace) {
    return object.namespace().equals(namespace)
        ? object
        : withMetadata(object, "namespace", namespace.isEmpty() ? null : namespace);
  }

  /**
   * With the finalizer of hooks, the mark of who creates it, and with a name where only its
   * beginning is given.
   */
  static KubeObject hook(KubeObject hook, SyncPhase phase, SyncSettings settings) {
    KubeObject named =
        marked(
            hook.name().isEmpty() ? named(hook, ending(phase, settings)) : hook, phase, settings);
    List<Object> finalizers = new ArrayList<>(named.list("metadata", "finalizers"));
    if (finalizers.contains(Hooks.FINALIZER)) {
      return named;
    }
    finalizers.add(Hooks.FINALIZER);
    return withMetadata(named, "finalizers", finalizers);
  }

  private static KubeObject marked(KubeObject hook, SyncPhase phase, SyncSettings settings) {
    Map<String, Object> annotations = new LinkedHashMap<>(hook.annotations());
    annotations.put(
        Hooks.CREATED_BY,
        "%d/%d/%s".formatted(settings.startedAt().getEpochSecond(), settings.attempt(), phase));
    return withMetadata(hook, "annotations", annotations);
  }

  /** With a name, of which the beginning is given. */
  static KubeObject named(KubeObject object, String ending) {
    String beginning = object.text("metadata", "generateName").orElse("");
    return withMetadata(object, "name", beginning + ending);
  }

  private static String ending(SyncPhase phase, SyncSettings settings) {
    String revision = settings.revision();
    String part =
        revision.length() > SHORT_REVISION ? revision.substring(0, SHORT_REVISION) : revision;
    String ending = part + "-" + phase + "-" + settings.startedAt().getEpochSecond();
    return ending.toLowerCase(Locale.ROOT);
  }
}
