package io.tocsin.controller.sync;

import io.tocsin.controller.health.Health;
import io.tocsin.controller.runtime.KubeObject;
import java.util.Optional;

/** Judges live objects, such as {@code HealthCheck::of}; safe for use by many threads. */
@FunctionalInterface
public interface HealthRules {
  /** The health of a live object; absent where no rule judges its kind. */
  Optional<Health> judge(KubeObject live);
}
