package io.tocsin.embedded.api;

import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.kinds.Kinds;
import io.tocsin.embedded.kinds.ResourceType;
import io.tocsin.embedded.patch.Patch;
import io.tocsin.embedded.patch.PatchException;
import io.tocsin.embedded.store.Database;
import io.tocsin.embedded.store.Key;
import io.tocsin.embedded.store.Stored;
import io.tocsin.embedded.store.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * What clients can do with objects. Every method throws a {@link Failure} for a request that is
 * refused. Safe for use by many threads.
 */
public final class ObjectApi {
  private final Database database;
  private final Creation creation;
  private final Update update;
  private final Apply apply;
  private final Deletion deletion;

  public ObjectApi(Database database, Kinds kinds, Clock clock) {
    Lifecycle lifecycle = new Lifecycle(kinds, clock);
    this.database = database;
    this.creation = new Creation(lifecycle, clock);
    this.update = new Update(lifecycle, clock);
    this.apply = new Apply(creation, update, clock);
    this.deletion = new Deletion(lifecycle);
  }

  /** Reads an object. */
  public Stored get(ResourceType type, Key key) {
    return database.get(key).orElseThrow(() -> Failures.notFound(type, key.name()));
  }

  /** Creates an object. */
  public Stored create(
      ResourceType type, String namespace, Map<String, Object> body, WriteOptions options) {
    return database.write(open -> creation.create(open, type, namespace, body, options));
  }

  /**
   * Replaces an object.
   *
   * @param subresource {@code status} to replace the status alone, else empty
   */
  public Stored update(
      ResourceType type,
      Key key,
      String subresource,
      Map<String, Object> body,
      WriteOptions options) {
    return database.write(open -> update.update(open, type, key, subresource, body, options));
  }

  /** Creates an object or replaces it, its status included, whatever its version. */
  public Stored put(ResourceType type, Key key, Map<String, Object> body) {
    return database.write(
        open ->
            open.get(key)
                .map(current -> update.overwrite(open, type, current, body))
                .orElseGet(() -> creation.put(open, type, key.namespace(), body)));
  }

  /** Changes an object. */
  public Stored patch(
      ResourceType type, Key key, String subresource, Patch patch, WriteOptions options) {
    return database.write(
        open -> {
          Map<String, Object> patched = patched(open, type, key, patch);
          return update.update(open, type, key, subresource, patched, options);
        });
  }

  /**
   * Creates or changes an object by server-side apply.
   *
   * @param config what the field manager wants
   */
  public Applied apply(
      ResourceType type,
      Key key,
      String subresource,
      Map<String, Object> config,
      WriteOptions options) {
    return database.write(open -> apply.apply(open, type, key, subresource, config, options));
  }

  /**
   * Changes the number of replicas of an object.
   *
   * @param change from the present scale to the one that is wanted
   */
  public Stored scale(ResourceType type, Key key, Patch change, WriteOptions options) {
    return database.write(
        open -> {
          Stored current = open.get(key).orElseThrow(() -> Failures.notFound(type, key.name()));
          Map<String, Object> object = type.served(current);
          Map<String, Object> scale = changed(type.scaling().read(object), change);
          Object replicas = Tree.map(scale, "spec").get("replicas");
          type.scaling().write(object, replicas instanceof Number number ? number.longValue() : 0);
          String version = Metadata.of(scale).version();
          if (!version.isEmpty()) {
            Metadata.of(object).set("resourceVersion", version);
          }
          return update.update(open, type, key, "", object, options);
        });
  }

  private static Map<String, Object> changed(Map<String, Object> object, Patch patch) {
    try {
      return patch.apply(object);
    } catch (PatchException e) {
      throw e.isMalformed() ? Failures.badRequest(e.getMessage()) : Failures.unprocessable();
    }
  }

  private static Map<String, Object> patched(
      Transaction open, ResourceType type, Key key, Patch patch) {
    Stored current = open.get(key).orElseThrow(() -> Failures.notFound(type, key.name()));
    Map<String, Object> patched = changed(type.served(current), patch);
    Metadata metadata = Metadata.of(patched);
    if (metadata.version().isEmpty()) {
      metadata.set("resourceVersion", Long.toString(current.version()));
    }
    return patched;
  }

  /** Deletes an object; what is left of it comes back. */
  public Stored delete(ResourceType type, Key key, DeleteOptions options) {
    return database.write(open -> deletion.delete(open, type, key, options));
  }

  /** Deletes those of some objects that are still there. */
  public void deleteAll(ResourceType type, List<Key> keys, DeleteOptions options) {
    database.write(
        open -> {
          keys.stream()
              .filter(key -> open.get(key).isPresent())
              .forEach(key -> deletion.delete(open, type, key, options));
          return keys;
        });
  }
}
