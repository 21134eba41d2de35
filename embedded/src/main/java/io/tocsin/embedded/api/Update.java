package io.tocsin.embedded.api;

import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.kinds.ResourceType;
import io.tocsin.embedded.patch.FieldSet;
import io.tocsin.embedded.store.Key;
import io.tocsin.embedded.store.Stored;
import io.tocsin.embedded.store.Transaction;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
    Stored current = check(open, type, key, body);
    Map<String, Object> before = type.served(current);
    Map<String, Object> after = merge(type, before, body, subresource);
    Owner updater = updater(type, subresource, options);
    return replace(open, type, current, after, options, Optional.of(updater));
  }

  /** Replaces an object by one that says itself who owns its fields. */
  Stored owned(
      Transaction open,
      ResourceType type,
      Key key,
      String subresource,
      Map<String, Object> body,
      WriteOptions options) {
    Stored current = check(open, type, key, body);
    Owners owners = Owners.of(body);
    Map<String, Object> after = merge(type, type.served(current), body, subresource);
    owners.writeTo(after);
    return replace(open, type, current, after, options, Optional.empty());
  }

  /** Replaces an object with its status, whatever its version. */
  Stored overwrite(Transaction open, ResourceType type, Stored current, Map<String, Object> body) {
    Bodies.checkKind(type, body);
    Bodies.checkNamespace(type, current.key().namespace(), Metadata.of(body));
    WriteOptions options = WriteOptions.DEFAULT;
    Optional<Owner> updater = Optional.of(updater(type, "", options));
    return replace(open, type, current, body, options, updater);
  }

  private Owner updater(ResourceType type, String subresource, WriteOptions options) {
    return new Owner(
        options.fieldManager(),
        Owner.UPDATE,
        type.apiVersion(),
        subresource,
        Times.text(clock.instant()),
        FieldSet.EMPTY);
  }

  private static Stored check(
      Transaction open, ResourceType type, Key key, Map<String, Object> body) {
    Bodies.checkKind(type, body);
    Metadata metadata = Metadata.of(body);
    Bodies.checkName(key.name(), metadata);
    Bodies.checkNamespace(type, key.namespace(), metadata);
    Stored current = open.get(key).orElseThrow(() -> Failures.notFound(type, key.name()));
    checkVersion(type, metadata, current);
    return current;
  }

  private Stored replace(
      Transaction open,
      ResourceType type,
      Stored current,
      Map<String, Object> after,
      WriteOptions options,
      Optional<Owner> updater) {
    Map<String, Object> before = type.served(current);
    keepSystemFields(type, Metadata.of(before), Metadata.of(after));
    Preparation.write(type, after, Times.text(clock.instant()));
    Validation.check(type, after);
    countGeneration(type, before, after);
    updater.ifPresent(owner -> recordOwner(type, before, after, owner));
    if (after.equals(before)) {
      return current;
    }
    Map<String, Object> stored = type.stored(after);
    return options.dryRun()
        ? Stored.of(current.key(), current.version(), stored)
        : lifecycle.saved(open, open.put(current.key(), stored));
  }

  /** Clients may clear the owners, but not set them. */
  private static void recordOwner(
      ResourceType type, Map<String, Object> before, Map<String, Object> after, Owner updater) {
    Metadata metadata = Metadata.of(after);
    boolean cleared =
        metadata.fields().get("managedFields") instanceof List<?> list
            && list.stream().allMatch(entry -> Tree.asMap(entry).isEmpty());
    Owners owners = Owners.of(before);
    if (cleared || owners.isEmpty()) {
      metadata.set("managedFields", null);
    } else {
      owners.updated(type, before, after, updater).writeTo(after);
    }
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
