package io.tocsin.embedded.api;

import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.kinds.Kinds;
import io.tocsin.embedded.store.Key;
import io.tocsin.embedded.store.Stored;
import io.tocsin.embedded.store.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The end of objects: finalizers, and what controllers of a cluster do around it. Namespaces and
 * definitions take their content with them, owners their dependents.
 */
final class Lifecycle {
  private final Kinds kinds;
  private final Clock clock;

  Lifecycle(Kinds kinds, Clock clock) {
    this.kinds = kinds;
    this.clock = clock;
  }

  /** Draws the consequences of a write; removes the object when nothing holds it any longer. */
  Stored saved(Transaction open, Stored stored) {
    Map<String, Object> object = stored.object();
    if (stored.key().resource().equals(Kinds.DEFINITIONS)) {
      kinds.define(object);
    }
    return settle(open, stored, object);
  }

  /** Deletes an object, or marks it when finalizers or content hold it. */
  Stored delete(Transaction open, Stored stored) {
    Map<String, Object> object = stored.object();
    Metadata metadata = Metadata.of(object);
    if (metadata.finalizers().isEmpty() && content(open, stored.key(), object).isEmpty()) {
      return remove(open, stored.key());
    }
    Stored marked = metadata.isTerminating() ? stored : mark(open, stored.key(), object);
    content(open, stored.key(), object).forEach(item -> delete(open, item));
    return open.get(stored.key()).map(left -> settle(open, left, left.object())).orElse(marked);
  }

  private Stored mark(Transaction open, Key key, Map<String, Object> object) {
    Metadata metadata = Metadata.of(object);
    metadata.set("deletionTimestamp", Times.text(clock.instant()));
    metadata.set("deletionGracePeriodSeconds", 0L);
    if (metadata.fields().get("generation") instanceof Long generation) {
      metadata.set("generation", generation + 1);
    }
    if (key.resource().equals("namespaces")) {
      Tree.ensureMap(object, "status").put("phase", "Terminating");
    }
    return open.put(key, object);
  }

  private Stored settle(Transaction open, Stored stored, Map<String, Object> object) {
    Metadata metadata = Metadata.of(object);
    boolean done =
        metadata.isTerminating()
            && metadata.finalizers().isEmpty()
            && content(open, stored.key(), object).isEmpty();
    return done ? remove(open, stored.key()) : stored;
  }

  private Stored remove(Transaction open, Key key) {
    Stored tombstone = open.remove(key);
    if (key.resource().equals(Kinds.DEFINITIONS)) {
      kinds.forget(key.name());
    }
    removeDependents(open, tombstone.uid());
    settle(open, new Key("namespaces", "", key.namespace()));
    settle(open, new Key(Kinds.DEFINITIONS, "", key.resource()));
    return tombstone;
  }

  private void settle(Transaction open, Key container) {
    open.get(container).ifPresent(found -> settle(open, found, found.object()));
  }

  private static List<Stored> content(Transaction open, Key container, Map<String, Object> object) {
    if (container.resource().equals("namespaces")) {
      return open.all().stream()
          .filter(item -> item.key().namespace().equals(container.name()))
          .toList();
    }
    boolean definition =
        container.resource().equals(Kinds.DEFINITIONS)
            && !Tree.textAt(object, "spec.names.plural").isEmpty();
    return definition ? open.list(container.name(), "") : List.of();
  }

  private void removeDependents(Transaction open, String uid) {
    for (Stored dependent : open.all()) {
      if (dependent.owners().contains(uid)
          && open.get(dependent.key()).isPresent()
          && open.all().stream().noneMatch(other -> dependent.owners().contains(other.uid()))) {
        delete(open, dependent);
      }
    }
  }
}
