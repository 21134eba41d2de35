package io.tocsin.notifier.lint;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.Plural;
import io.tocsin.notifier.config.WatchedResource;
import io.tocsin.notifier.lint.source.Document;
import io.tocsin.notifier.lint.source.Position;

/** A Kubernetes object and where each part of it stands. */
record Manifest(KubeObject object, Document document) {
  boolean is(String kind) {
    return object.kind().equals(kind);
  }

  boolean isOfArgo(String kind) {
    return is(kind) && object.group().equals("argoproj.io");
  }

  /** Whether it is of the kind that a key has watched; a plural is taken to be a regular one. */
  boolean isOf(WatchedResource resource) {
    return object.group().equals(resource.group())
        && (is(resource.type()) || Plural.of(object.kind()).equals(resource.type()));
  }

  /** Where its name stands. */
  Position position() {
    return document.find("metadata.name").orElse(document).position();
  }

  /** Such as {@code ConfigMap argocd/argocd-notifications-cm}. */
  String title() {
    String namespace = object.namespace();
    return object.kind() + " " + (namespace.isEmpty() ? "" : namespace + "/") + object.name();
  }
}
