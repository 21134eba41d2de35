package io.tocsin.notifier.demo;

import io.tocsin.controller.runtime.ObjectKey;

/** A turn in the life of one Application. */
record Scene(ObjectKey application, Step step) {
  static Scene of(String application, Step step) {
    return in(Stage.NAMESPACE, application, step);
  }

  static Scene in(String namespace, String application, Step step) {
    return new Scene(new ObjectKey(namespace, application), step);
  }

  /** What the terminal shows: the namespace is named where it is not the control plane's. */
  String title() {
    String name =
        application.namespace().equals(Stage.NAMESPACE)
            ? application.name()
            : application.namespace() + "/" + application.name();
    return name + ": " + step.title();
  }
}
