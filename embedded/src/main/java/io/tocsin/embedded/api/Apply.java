package io.tocsin.embedded.api;

import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.kinds.ResourceType;
import io.tocsin.embedded.patch.FieldSet;
import io.tocsin.embedded.patch.Fields;
import io.tocsin.embedded.patch.MergeRules;
import io.tocsin.embedded.patch.ServerSideApply;
import io.tocsin.embedded.store.Key;
import io.tocsin.embedded.store.Stored;
import io.tocsin.embedded.store.Transaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Server-side apply. */
final class Apply {
  private static final String BEFORE_FIRST_APPLY = "before-first-apply";

  private final Creation creation;
  private final Update update;
  private final Clock clock;

  Apply(Creation creation, Update update, Clock clock) {
    this.creation = creation;
    this.update = update;
    this.clock = clock;
  }

  Applied apply(
      Transaction open,
      ResourceType type,
      Key key,
      String subresource,
      Map<String, Object> config,
      WriteOptions options) {
    check(type, key, config, options);
    FieldSet applied = Fields.of(config, Owners.rules(type));
    Owner owner = owner(type, options.fieldManager(), Owner.APPLY, subresource, applied);
    if (open.get(key).isEmpty()) {
      if (!subresource.isEmpty()) {
        throw Failures.notFound(type, key.name());
      }
      new Owners(List.of(owner)).writeTo(config);
      return new Applied(creation.owned(open, type, key.namespace(), config, options), true);
    }
    Stored current = open.get(key).orElseThrow();
    Map<String, Object> merged = merged(type, current, config, owner, options.force());
    return new Applied(update.owned(open, type, key, subresource, merged, options), false);
  }

  private Map<String, Object> merged(
      ResourceType type, Stored current, Map<String, Object> config, Owner owner, boolean force) {
    MergeRules rules = Owners.rules(type);
    ServerSideApply apply = new ServerSideApply(rules);
    Map<String, Object> live = type.served(current);
    Owners owners = owners(type, live, rules);
    FieldSet last = owners.find(owner).map(Owner::fields).orElse(FieldSet.EMPTY);
    Owners others = owners.without(owner);
    Owners kept = others.without(conflicts(others, owner.fields(), live, config, force));
    Map<String, Object> merged = apply.merge(live, config);
    apply.remove(merged, last.minus(owner.fields()).minus(kept.fields()), kept.fields());
    kept.with(owners, owner).writeTo(merged);
    return merged;
  }

  private Owners owners(ResourceType type, Map<String, Object> live, MergeRules rules) {
    Owners owners = Owners.of(live);
    return owners.isEmpty()
        ? new Owners(
            List.of(owner(type, BEFORE_FIRST_APPLY, Owner.UPDATE, "", Fields.of(live, rules))))
        : owners;
  }

  private Owner owner(
      ResourceType type, String manager, String operation, String subresource, FieldSet fields) {
    String now = Times.text(clock.instant());
    return new Owner(manager, operation, type.apiVersion(), subresource, now, fields);
  }

  /** The fields of others that the configuration would change. */
  private static FieldSet conflicts(
      Owners others,
      FieldSet applied,
      Map<String, Object> live,
      Map<String, Object> config,
      boolean force) {
    FieldSet changed = Fields.different(applied, config, live);
    List<Conflict> conflicts = new ArrayList<>();
    FieldSet contested = FieldSet.EMPTY;
    for (Owner other : others.entries()) {
      FieldSet shared = other.fields().and(changed);
      contested = contested.plus(shared);
      Fields.show(shared).forEach(path -> conflicts.add(new Conflict(other.shown(), path)));
    }
    if (!conflicts.isEmpty() && !force) {
      throw Conflict.failure(conflicts);
    }
    return contested;
  }

  private static void check(
      ResourceType type, Key key, Map<String, Object> config, WriteOptions options) {
    if (options.fieldManager().isEmpty()) {
      throw Failures.invalid(
          "meta.k8s.io",
          "PatchOptions",
          "",
          "FieldValueRequired",
          "fieldManager",
          "Required value: is required for apply patch");
    }
    Object apiVersion = config.getOrDefault("apiVersion", "");
    if (!apiVersion.equals(type.apiVersion())) {
      throw Failures.badRequest(
          "Incorrect version specified in apply patch. Specified patch version: %s, expected: %s"
              .formatted(apiVersion, type.apiVersion()));
    }
    Metadata metadata = Metadata.of(config);
    if (metadata.fields().containsKey("managedFields")) {
      throw Failures.badRequest("metadata.managedFields must be nil");
    }
    if (metadata.name().isEmpty()) {
      metadata.set("name", key.name());
    }
    Bodies.checkName(key.name(), metadata);
    dropNulls(config);
  }

  private static void dropNulls(Map<String, Object> map) {
    map.values().removeIf(Objects::isNull);
    for (Map.Entry<String, Object> entry : new LinkedHashMap<>(map).entrySet()) {
      if (entry.getValue() instanceof Map<?, ?> below) {
        dropNulls(Tree.asMap(below));
      }
    }
  }
}
