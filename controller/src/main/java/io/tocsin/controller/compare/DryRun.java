package io.tocsin.controller.compare;

import io.tocsin.controller.runtime.KubeObject;

/** Asks the API server what an object would be. */
@FunctionalInterface
public interface DryRun {
  /**
   * Applies the target server-side without an effect, as {@link CompareSettings#MANAGER} and by
   * force.
   *
   * @return the whole object, with {@code managedFields}
   */
  KubeObject apply(KubeObject target);
}
