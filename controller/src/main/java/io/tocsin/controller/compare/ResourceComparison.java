package io.tocsin.controller.compare;

import io.tocsin.controller.application.HealthState;
import io.tocsin.controller.application.ResourceState;
import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ResourceKey;
import java.util.Optional;

/**
 * One resource as it should be and as it is.
 *
 * @param target null for one that should not be
 * @param live null for one that is missing
 * @param status empty for what does not count: hooks, what is skipped, and objects that another
 *     controller copied the mark to
 * @param ignored whether it is extraneous by {@code compare-options: IgnoreExtraneous}, so that the
 *     Application stays Synced
 * @param requiresPruning whether it is to be deleted by a sync that prunes
 * @param requiresDeletionConfirmation whether somebody must approve that
 */
public record ResourceComparison(
    ResourceKey key,
    KubeObject target,
    KubeObject live,
    Optional<SyncStatus> status,
    Difference difference,
    boolean hook,
    boolean ignored,
    boolean requiresPruning,
    boolean requiresDeletionConfirmation,
    long syncWave) {
  /** The live object, or else the target. */
  public KubeObject object() {
    return live == null ? target : live;
  }

  /** The entry of {@code status.resources}. */
  public ResourceState state(Optional<HealthState> health) {
    String apiVersion = object().apiVersion();
    return new ResourceState(
        key,
        apiVersion.substring(apiVersion.indexOf('/') + 1),
        status.map(SyncStatus::toString).orElse(""),
        health,
        hook,
        requiresPruning,
        requiresDeletionConfirmation,
        syncWave);
  }
}
