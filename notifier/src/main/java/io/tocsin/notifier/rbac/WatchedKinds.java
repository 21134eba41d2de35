package io.tocsin.notifier.rbac;

import io.tocsin.controller.runtime.ClusterScoped;
import io.tocsin.controller.runtime.Plural;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.notifier.config.WatchedResource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds out what kinds are called and where they stand: those of Kubernetes are known, others are
 * asked for, and guessed where nobody answers.
 *
 * @param served the kind as the API serves it; empty where it does not, or cannot be asked
 */
record WatchedKinds(Function<WatchedResource, Optional<ResourceKind>> served) {
  /** Groups of Kubernetes with a dot in which all kinds stand in namespaces. */
  private static final Set<String> NAMESPACED =
      Set.of("coordination.k8s.io", "discovery.k8s.io", "events.k8s.io");

  WatchedKind of(WatchedResource resource) {
    if (isBuiltIn(resource.group())) {
      return byName(resource, false);
    }
    return served
        .apply(resource)
        .map(kind -> new WatchedKind(kind.group(), kind.plural(), kind.namespaced(), false))
        .orElseGet(() -> byName(resource, true));
  }

  /** The group of a CustomResourceDefinition has a dot. */
  private static boolean isBuiltIn(String group) {
    return !group.contains(".")
        || NAMESPACED.contains(group)
        || ClusterScoped.kinds(group).findAny().isPresent();
  }

  private static WatchedKind byName(WatchedResource resource, boolean guessed) {
    boolean isKind = Character.isUpperCase(resource.type().charAt(0));
    String plural = isKind ? Plural.of(resource.type()) : resource.type();
    boolean namespaced =
        ClusterScoped.kinds(resource.group()).map(Plural::of).noneMatch(plural::equals);
    return new WatchedKind(resource.group(), plural, namespaced, guessed);
  }
}
