package io.tocsin.controller.sync;

import io.tocsin.controller.runtime.KubeObject;
import java.util.Optional;

/** Judges objects; safe for use by many threads. */
@FunctionalInterface
public interface HealthRules {
  /** What was found. */
  record Verdict(Status status, String message) {}

  /** As Argo CD names them. */
  enum Status {
    HEALTHY,
    SUSPENDED,
    PROGRESSING,
    MISSING,
    DEGRADED,
    UNKNOWN
  }

  /** The health of a live object; absent where no rule judges its kind. */
  Optional<Verdict> judge(KubeObject object);
}
