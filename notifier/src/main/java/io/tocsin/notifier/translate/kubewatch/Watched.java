package io.tocsin.notifier.translate.kubewatch;

import java.util.Set;

/**
 * What is watched.
 *
 * @param name of the key {@code resource.<name>}
 * @param spoken what messages call the kind; empty for what the object says of itself
 * @param field how the kind is named in the key: {@code kind} or {@code resource}
 * @param type the kind or its plural
 * @param namespaced whether namespaces can be chosen
 * @param changes what is told
 */
record Watched(
    String name,
    String spoken,
    String group,
    String version,
    String field,
    String type,
    boolean namespaced,
    Set<Change> changes) {
  Watched {
    changes = Set.copyOf(changes);
  }

  static Watched of(Kind kind, Set<Change> changes) {
    return new Watched(
        kind.key().equals("services") ? "service" : kind.key(),
        "",
        kind.group(),
        Kind.VERSION,
        "kind",
        kind.kind(),
        kind.namespaced(),
        changes);
  }

  /** A custom resource, which kubewatch's messages call by its plural. */
  static Watched custom(String name, String group, String version, String plural) {
    return new Watched(name, plural, group, version, "resource", plural, true, Change.ALL);
  }
}
