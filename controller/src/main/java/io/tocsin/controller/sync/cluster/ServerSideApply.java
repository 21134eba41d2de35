package io.tocsin.controller.sync.cluster;

import io.tocsin.controller.runtime.KubeObject;
import io.tocsin.controller.runtime.ObjectKey;
import io.tocsin.controller.runtime.ResourceKind;
import io.tocsin.controller.sync.ApplyOptions;
import io.tocsin.controller.sync.ClusterException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets the server merge, having taken over what was applied by clients before. */
final class ServerSideApply {
  private static final int ATTEMPTS = 5;

  private final Requests requests;
  private final ResourceKind kind;
  private final ApplyOptions options;

  ServerSideApply(Requests requests, ResourceKind kind, ApplyOptions options) {
    this.requests = requests;
    this.kind = kind;
    this.options = options;
  }

  String apply(KubeObject target) {
    if (!options.dryRun() && !options.migrated().isEmpty()) {
      migrate(target.key());
    }
    requests.applyOnServer(target.key(), target.content());
    return Said.done(kind, target, "serverside-applied", options);
  }

  private void migrate(ObjectKey key) {
    Set<String> from = new HashSet<>(options.migrated());
    from.add(Requests.MANAGER);
    for (int attempt = 1; ; attempt++) {
      Optional<KubeObject> live = requests.get(key).map(KubeObject::new);
      Optional<List<Object>> fields =
          live.flatMap(
              object ->
                  ManagedFields.handedOver(
                      object.list("metadata", "managedFields"), from, Requests.MANAGER));
      if (fields.isEmpty()) {
        return;
      }
      try {
        requests.patch(key, KubeHttp.JSON_PATCH, patch(fields.get(), live.get().resourceVersion()));
        return;
      } catch (ClusterException e) {
        if (!e.isConflict() || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static List<Map<String, Object>> patch(List<Object> fields, String version) {
    return List.of(
        Map.of("op", "replace", "path", "/metadata/managedFields", "value", fields),
        Map.of("op", "replace", "path", "/metadata/resourceVersion", "value", version));
  }
}
