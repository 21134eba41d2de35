package io.tocsin.controller.application;

import io.tocsin.controller.runtime.ResourceKey;
import java.util.Map;
import java.util.Optional;

/**
 * One of an Application's objects.
 *
 * @param status {@code Synced}, {@code OutOfSync} or {@code Unknown}
 * @param health absent where no rule judges the kind
 */
public record ResourceState(
    ResourceKey key,
    String version,
    String status,
    Optional<HealthState> health,
    boolean hook,
    boolean requiresPruning,
    boolean requiresDeletionConfirmation,
    long syncWave) {
  static ResourceState read(Fields fields) {
    return new ResourceState(
        fields.key(),
        fields.text("version"),
        fields.text("status"),
        fields.object("health").map(HealthState::read),
        fields.flag("hook"),
        fields.flag("requiresPruning"),
        fields.flag("requiresDeletionConfirmation"),
        fields.number("syncWave", 0));
  }

  Map<String, Object> written() {
    Written written =
        new Written()
            .text("group", key.group())
            .text("version", version)
            .text("kind", key.kind())
            .text("namespace", key.namespace())
            .text("name", key.name())
            .text("status", status);
    health.ifPresent(state -> written.always("health", state.written()));
    return written
        .flag("hook", hook)
        .flag("requiresPruning", requiresPruning)
        .number("syncWave", syncWave)
        .flag("requiresDeletionConfirmation", requiresDeletionConfirmation)
        .done();
  }
}
