package io.tocsin.controller.health;

import io.tocsin.controller.runtime.KubeObject;

/** Judges live objects of one kind. Stateless. */
@FunctionalInterface
public interface HealthRule {
  Health judge(KubeObject live);
}
