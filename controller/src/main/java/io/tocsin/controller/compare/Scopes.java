package io.tocsin.controller.compare;

import java.util.Optional;

/** What the cluster knows about kinds. */
@FunctionalInterface
public interface Scopes {
  /** Whether objects of the kind live in namespaces; empty for a kind that is not known (yet). */
  Optional<Boolean> isNamespaced(String group, String kind);

  /** Whether they do, or may. */
  default boolean mayBeNamespaced(String group, String kind) {
    return isNamespaced(group, kind).orElse(true);
  }
}
