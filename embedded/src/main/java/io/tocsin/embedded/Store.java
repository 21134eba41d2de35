package io.tocsin.embedded;

import io.tocsin.embedded.api.DeleteOptions;
import io.tocsin.embedded.api.Failure;
import io.tocsin.embedded.api.ObjectApi;
import io.tocsin.embedded.api.WriteOptions;
import io.tocsin.embedded.json.Tree;
import io.tocsin.embedded.kinds.Kinds;
import io.tocsin.embedded.kinds.ResourceType;
import io.tocsin.embedded.store.Database;
import io.tocsin.embedded.store.Key;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The objects without HTTP, for tests and demonstrations. Objects go in and come out as copies:
 * maps, lists, strings, booleans, {@code Long}s and {@code Double}s. Safe for use by many threads.
 */
public final class Store {
  private final Database database;
  private final Kinds kinds;
  private final ObjectApi objects;

  Store(Database database, Kinds kinds, ObjectApi objects) {
    this.database = database;
    this.kinds = kinds;
    this.objects = objects;
  }

  /**
   * Creates an object, or replaces it whatever its version, its status included. Its namespace is
   * created when it is missing; without one it goes to {@code default}.
   *
   * @return the object as stored
   * @throws Failure when the API would refuse it
   * @throws IllegalArgumentException for a kind that is not served
   */
  public Map<String, Object> put(Map<String, Object> object) {
    ResourceType type = type(Tree.text(object, "apiVersion"), Tree.text(object, "kind"));
    Map<String, Object> body = Tree.copyOf(object);
    Map<String, Object> metadata = Tree.ensureMap(body, "metadata");
    metadata.remove("resourceVersion");
    String namespace = namespace(type, Tree.text(metadata, "namespace"));
    return type.served(objects.put(type, type.key(namespace, Tree.text(metadata, "name")), body));
  }

  /** Reads an object; the namespace is ignored for cluster-scoped kinds. */
  public Optional<Map<String, Object>> get(
      String apiVersion, String kind, String namespace, String name) {
    ResourceType type = type(apiVersion, kind);
    return database.get(type.key(namespace, name)).map(type::served);
  }

  /** The objects of a kind in all namespaces, in order of namespace and name. */
  public List<Map<String, Object>> list(String apiVersion, String kind) {
    ResourceType type = type(apiVersion, kind);
    return database.list(type.storage().resource(), "").objects().stream()
        .map(type::served)
        .toList();
  }

  /**
   * Deletes an object, as the API does: finalizers hold it.
   *
   * @return whether there was such an object
   */
  public boolean delete(String apiVersion, String kind, String namespace, String name) {
    ResourceType type = type(apiVersion, kind);
    Key key = type.key(namespace, name);
    if (database.get(key).isEmpty()) {
      return false;
    }
    objects.delete(type, key, DeleteOptions.DEFAULT);
    return true;
  }

  /** Forgets the history: watches and pages that go back are answered with 410 from now on. */
  public void compact() {
    database.compact();
  }

  /** The version of the last change. */
  public long version() {
    return database.version();
  }

  private String namespace(ResourceType type, String wanted) {
    if (!type.namespaced()) {
      return "";
    }
    String namespace = wanted.isEmpty() ? "default" : wanted;
    if (database.get(new Key("namespaces", "", namespace)).isEmpty()) {
      createNamespace(namespace);
    }
    return namespace;
  }

  private void createNamespace(String name) {
    Map<String, Object> namespace = new LinkedHashMap<>();
    namespace.put("metadata", new LinkedHashMap<>(Map.of("name", name)));
    objects.create(type("v1", "Namespace"), "", namespace, WriteOptions.DEFAULT);
  }

  private ResourceType type(String apiVersion, String kind) {
    return kinds
        .byKind(apiVersion, kind)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no kind %s in version %s.".formatted(kind, apiVersion)));
  }
}
