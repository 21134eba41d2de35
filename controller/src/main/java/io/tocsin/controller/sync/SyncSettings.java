package io.tocsin.controller.sync;

import io.tocsin.controller.application.Application;
import io.tocsin.controller.application.SyncOperation;
import io.tocsin.controller.application.SyncOptions;
import io.tocsin.controller.application.SyncPolicy.ManagedNamespaceMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one operation syncs.
 *
 * @param namespace the destination's; empty when it has none
 * @param revision what generated names of hooks are made of
 * @param startedAt when the operation began
 * @param attempt how often it was tried before
 * @param selected the objects that alone are synced; empty for all
 * @param pruneConfirmed whether somebody approved since the operation began
 * @param namespaceMetadata of the destination's namespace, where the sync creates it
 * @param migratedManager whose fields a server-side apply takes over
 * @param waveDelay the pause after each wave but the last, so that others can react
 */
public record SyncSettings(
    String namespace,
    String revision,
    Instant startedAt,
    long attempt,
    List<SyncOperation.Resource> selected,
    boolean dryRun,
    boolean prune,
    boolean force,
    boolean skipHooks,
    boolean pruneConfirmed,
    SyncOptions options,
    Optional<ManagedNamespaceMetadata> namespaceMetadata,
    String migratedManager,
    Duration waveDelay) {
  public static final Duration WAVE_DELAY = Duration.ofSeconds(2);
  private static final String MIGRATION_MANAGER_ANNOTATION =
      "argocd.argoproj.io/client-side-apply-migration-manager";
  private static final String KUBECTL = "kubectl-client-side-apply";

  /** Those of an operation of the Application, whose options count where the operation has none. */
  public static SyncSettings of(
      Application application, SyncOperation sync, String revision, Instant startedAt) {
    return new SyncSettings(
        application.spec().destination().namespace(),
        revision,
        startedAt,
        0,
        sync.resources(),
        sync.dryRun(),
        sync.prune(),
        sync.force(),
        sync.applyOnly() || !sync.resources().isEmpty(),
        application.deletionApprovedSince(startedAt),
        sync.options().options().isEmpty()
            ? application.spec().syncPolicy().options()
            : sync.options(),
        application.spec().syncPolicy().managedNamespaceMetadata(),
        application.object().annotations().getOrDefault(MIGRATION_MANAGER_ANNOTATION, KUBECTL),
        WAVE_DELAY);
  }

  /** The same in a further attempt, with another pause after each wave. */
  public SyncSettings inAttempt(long number, Duration otherDelay) {
    return new SyncSettings(
        namespace,
        revision,
        startedAt,
        number,
        selected,
        dryRun,
        prune,
        force,
        skipHooks,
        pruneConfirmed,
        options,
        namespaceMetadata,
        migratedManager,
        otherDelay);
  }

  boolean createsNamespace() {
    return options.has("CreateNamespace=true") && !namespace.isEmpty();
  }

  /** How objects are pruned; in the foreground when not said. */
  Propagation prunePropagation() {
    return switch (options.value("PrunePropagationPolicy").orElse("")) {
      case "background" -> Propagation.BACKGROUND;
      case "orphan" -> Propagation.ORPHAN;
      default -> Propagation.FOREGROUND;
    };
  }
}
