package io.tocsin.notifier.cli;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.notifier.config.WatchedResource;
import io.tocsin.notifier.pipeline.Configurations.Scoped;
import java.util.Optional;

/**
 * An object that a command looks at.
 *
 * @param resource what it is watched as, absent for an Application
 */
record Looked(KubeObject object, Optional<WatchedResource> resource) {
  /** The configuration, as it speaks for the object. */
  Scoped by(Scoped scoped) {
    return resource.map(scoped::as).orElse(scoped);
  }

  /** The name of what it is watched as, empty for an Application. */
  String name() {
    return resource.map(WatchedResource::name).orElse("");
  }
}
