package io.tocsin.embedded.api;

import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.kinds.ResourceType;
import io.tocsin.embedded.store.Key;
import io.tocsin.embedded.store.Stored;
import io.tocsin.embedded.store.Transaction;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Replaces objects. */
final class Update {
  private final Lifecycle lifecycle;
  private final Clock clock;

  Update(Lifecycle lifecycle, Clock clock) {
    this.lifecycle = lifecycle;
    this.clock = clock;
  }

  /**
   * Replaces an object, or its status alone.
   *
   * @param body the whole object in the version of the type
   */
  Stored update(
      Transaction open,
      ResourceType type,
      Key key,
      String subresource,
      Map<String, Object> body,
      WriteOptions options) {
    Bodies.checkKind(type, body);
    Metadata metadata = Metadata.of(body);
    Bodies.checkName(key.name(), metadata);
    Bodies.checkNamespace(type, key.namespace(), metadata);
    Stored current = open.get(key).orElseThrow(() -> Failures.notFound(type, key.name()));
    checkVersion(type, metadata, current);
    Map<String, Object> before = type.served(current);
    Map<String, Object> after = merge(type, before, body, subresource);
    return replace(open, type, current, after, options);
  }

  /** Replaces an object with its status, whatever its version. */
  Stored overwrite(Transaction open, ResourceType type, Stored current, Map<String, Object> body) {
    Bodies.checkKind(type, body);
    Bodies.checkNamespace(type, current.key().namespace(), Metadata.of(body));
    return replace(open, type, current, body, WriteOptions.DEFAULT);
  }

  private Stored replace(
      Transaction open,
      ResourceType type,
      Stored current,
      Map<String, Object> after,
      WriteOptions options) {
    Map<String, Object> before = type.served(current);
    keepSystemFields(type, Metadata.of(before), Metadata.of(after));
    Preparation.write(type, after, Times.text(clock.instant()));
    Validation.check(type, after);
    countGeneration(type, before, after);
    if (after.equals(before)) {
      return current;
    }
    Map<String, Object> stored = type.stored(after);
    return options.dryRun()
        ? Stored.of(current.key(), current.version(), stored)
        : lifecycle.saved(open, open.put(current.key(), stored));
  }

  private static Map<String, Object> merge(
      ResourceType type, Map<String, Object> before, Map<String, Object> body, String subresource) {
    if (subresource.isEmpty()) {
      if (type.hasStatus()) {
        keep(body, before, "status");
      }
      return body;
    }
    Map<String, Object> after = Tree.copyOf(before);
    keep(after, body, "status");
    return after;
  }

  private static void keep(Map<String, Object> to, Map<String, Object> from, String field) {
    if (from.get(field) == null) {
      to.remove(field);
    } else {
      to.put(field, from.get(field));
    }
  }

  private static void keepSystemFields(ResourceType type, Metadata before, Metadata after) {
    if (!after.uid().isEmpty() && !after.uid().equals(before.uid())) {
      throw Failures.conflict(
          type,
          before.name(),
          "Precondition failed: UID in precondition: %s, UID in object meta: %s"
              .formatted(after.uid(), before.uid()));
    }
    after.keep(
        before,
        "uid",
        "creationTimestamp",
        "deletionTimestamp",
        "deletionGracePeriodSeconds",
        "generation",
        "resourceVersion");
    if (before.isTerminating() && !before.finalizers().containsAll(after.finalizers())) {
      throw Failures.invalid(
          type,
          before.name(),
          "FieldValueForbidden",
          "metadata.finalizers",
          "Forbidden: no new finalizers can be added if the object is being deleted");
    }
  }

  private static void checkVersion(ResourceType type, Metadata metadata, Stored current) {
    if (metadata.version().isEmpty() || metadata.version().equals("0")) {
      if (!type.rules().unconditionalUpdate()) {
        throw Failures.versionRequired(type, metadata.name());
      }
    } else if (!metadata.version().equals(Long.toString(current.version()))) {
      throw Failures.modified(type, metadata.name());
    }
  }

  private static void countGeneration(
      ResourceType type, Map<String, Object> before, Map<String, Object> after) {
    if (type.rules().generation() && !Objects.equals(wanted(type, before), wanted(type, after))) {
      Metadata metadata = Metadata.of(after);
      Object generation = metadata.fields().get("generation");
      metadata.set("generation", generation instanceof Long count ? count + 1 : 1L);
    }
  }

  /** What users ask for: everything of custom objects but metadata and a status of its own. */
  private static Map<String, Object> wanted(ResourceType type, Map<String, Object> object) {
    if (type.custom().isEmpty()) {
      return Map.of("spec", object.getOrDefault("spec", List.of()));
    }
    Map<String, Object> wanted = new HashMap<>(object);
    wanted.remove("metadata");
    if (type.hasStatus()) {
      wanted.remove("status");
    }
    return wanted;
  }
}
