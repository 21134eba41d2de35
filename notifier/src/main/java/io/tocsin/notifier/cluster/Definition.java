package io.tocsin.notifier.cluster;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectInformer.Scope;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.embedded.selector.LabelSelector;
import io.tocsin.notifier.config.NamespacePatterns;
import io.tocsin.notifier.config.WatchedResource;
import io.tocsin.notifier.pipeline.Configurations.Scoped;
import java.util.List;
import java.util.Optional;

/**
 * What a configuration has watched, with the kind that the API server serves for it.
 *
 * @param scoped the configuration, for objects that are watched as this
 */
record Definition(
    Scoped scoped,
    WatchedResource resource,
    ResourceKind kind,
    NamespacePatterns namespaces,
    LabelSelector labels) {
  static Definition of(Scoped scoped, WatchedResource resource, ResourceKind kind) {
    return new Definition(
        scoped.as(resource),
        resource,
        kind,
        NamespacePatterns.of(resource.namespaces()),
        resource.labels());
  }

  /** Objects that are recorded on in one place are looked at as one. */
  record Place(ResourceKind kind, String annotationPrefix) {
    static final Place APPLICATIONS =
        new Place(ResourceKind.APPLICATION, WatchedResource.ANNOTATION_PREFIX);
  }

  Place place() {
    return new Place(kind, resource.annotationPrefix());
  }

  /** Whether it means an object of its kind. */
  boolean means(KubeObject object) {
    boolean there =
        resource.namespaces().isEmpty()
            || !kind.namespaced()
            || namespaces.matches(object.namespace());
    return there && labels.matches(object.labels());
  }

  /** What is to be watched: a namespace at a time where they are named, else all at once. */
  List<Scope> scopes() {
    boolean named =
        kind.namespaced()
            && !resource.namespaces().isEmpty()
            && resource.namespaces().stream().allMatch(NamespacePatterns::isName);
    return named
        ? resource.namespaces().stream().distinct().map(Optional::of).map(this::scope).toList()
        : List.of(scope(Optional.empty()));
  }

  private Scope scope(Optional<String> namespace) {
    return new Scope(kind, namespace, resource.selector(), Optional.empty());
  }
}
