package io.tocsin.notifier.cluster;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectHandler;
import io.tocsin.controller.runtime.ObjectKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Tells of projects whose subscriptions change. */
final class WatchedProjects implements ObjectHandler {
  private final Map<ObjectKey, Map<String, String>> annotations = new ConcurrentHashMap<>();
  private final Consumer<String> changed;

  /**
   * Knows none yet.
   *
   * @param changed takes the project's name
   */
  WatchedProjects(Consumer<String> changed) {
    this.changed = changed;
  }

  @Override
  public void present(KubeObject project) {
    Map<String, String> before = annotations.put(project.key(), project.annotations());
    if (!project.annotations().equals(before)) {
      changed.accept(project.name());
    }
  }

  @Override
  public void gone(KubeObject last) {
    annotations.remove(last.key());
  }
}
