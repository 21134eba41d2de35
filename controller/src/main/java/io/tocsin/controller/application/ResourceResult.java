package io.tocsin.controller.application;

import io.tocsin.controller.runtime.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sync did to one object in one of its phases.
 *
 * @param status {@code Synced}, {@code SyncFailed}, {@code Pruned} or {@code PruneSkipped}; empty
 *     while nothing was done
 * @param hookPhase how it goes on since, for objects that are no hooks too; absent while nothing
 *     was done
 * @param hookType empty when it is no hook
 * @param syncPhase {@code PreSync}, {@code Sync}, {@code PostSync} or {@code SyncFail}
 */
public record ResourceResult(
    ResourceKey key,
    String version,
    String status,
    String message,
    String hookType,
    Optional<Phase> hookPhase,
    String syncPhase,
    List<String> images) {
  public static final String SYNCED = "Synced";
  public static final String SYNC_FAILED = "SyncFailed";
  public static final String PRUNED = "Pruned";
  public static final String PRUNE_SKIPPED = "PruneSkipped";

  static ResourceResult read(Fields fields) {
    return new ResourceResult(
        fields.key(),
        fields.text("version"),
        fields.text("status"),
        fields.text("message"),
        fields.text("hookType"),
        Phase.read(fields.text("hookPhase")),
        fields.text("syncPhase"),
        fields.texts("images"));
  }

  Map<String, Object> written() {
    return new Written()
        .always("group", key.group())
        .always("version", version)
        .always("kind", key.kind())
        .always("namespace", key.namespace())
        .always("name", key.name())
        .text("status", status)
        .text("message", message)
        .text("hookType", hookType)
        .text("hookPhase", hookPhase.map(Phase::toString).orElse(""))
        .text("syncPhase", syncPhase)
        .texts("images", images)
        .done();
  }
}
