package io.tocsin.embedded.api;

import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.kinds.ResourceType;
import io.tocsin.embedded.store.Key;
import io.tocsin.embedded.store.Stored;
import io.tocsin.embedded.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deletes objects. */
final class Deletion {
  private static final Set<String> IMMORTAL = Set.of("default", "kube-system", "kube-public");

  private final Lifecycle lifecycle;

  Deletion(Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  /** The object as it was left: its last state, or marked when something holds it. */
  Stored delete(Transaction open, ResourceType type, Key key, DeleteOptions options) {
    if (type.resource().equals("namespaces") && IMMORTAL.contains(key.name())) {
      throw Failures.forbidden(type, key.name(), "this namespace may not be deleted");
    }
    Stored stored = open.get(key).orElseThrow(() -> Failures.notFound(type, key.name()));
    check(type, stored, options);
    if (options.dryRun()) {
      return stored;
    }
    if (options.propagation().equals("Orphan")) {
      releaseDependents(open, stored.uid());
    }
    return lifecycle.delete(open, stored);
  }

  private static void check(ResourceType type, Stored stored, DeleteOptions options) {
    String name = stored.key().name();
    if (!options.uid().isEmpty() && !options.uid().equals(stored.uid())) {
      throw Failures.precondition(
          type,
          name,
          "the UID in the precondition (%s) does not match the UID in record (%s). The object might have been deleted and then recreated"
              .formatted(options.uid(), stored.uid()));
    }
    String version = Long.toString(stored.version());
    if (!options.version().isEmpty() && !options.version().equals(version)) {
      throw Failures.precondition(
          type,
          name,
          "the ResourceVersion in the precondition (%s) does not match the ResourceVersion in record (%s). The object might have been modified"
              .formatted(options.version(), version));
    }
  }

  private static void releaseDependents(Transaction open, String uid) {
    for (Stored dependent : open.all()) {
      if (dependent.owners().contains(uid)) {
        Map<String, Object> object = dependent.object();
        List<Object> owners =
            new ArrayList<>(Tree.list(Tree.map(object, "metadata"), "ownerReferences"));
        owners.removeIf(owner -> Tree.text(Tree.asMap(owner), "uid").equals(uid));
        Metadata.of(object).set("ownerReferences", owners.isEmpty() ? null : owners);
        open.put(dependent.key(), object);
      }
    }
  }
}
