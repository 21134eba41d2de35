package io.tocsin.embedded;

import io.tocsin.embedded.api.ObjectApi;
import io.tocsin.embedded.http.ApiServer;
import io.tocsin.embedded.json.Json;
import io.tocsin.embedded.kinds.Kinds;
import io.tocsin.embedded.store.Database;
import io.tocsin.embedded.store.Directory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small Kubernetes API server in this process, on a port of the loopback interface. What it does
 * and does not do is in the README of this module. Safe for use by many threads.
 */
public final class EmbeddedKubernetes implements AutoCloseable {
  private static final List<String> NAMESPACES =
      List.of("default", "kube-node-lease", "kube-public", "kube-system");

  private final RequestCounts requests = new RequestCounts();
  private final Store store;
  private final ApiServer server;

  private EmbeddedKubernetes(Options options) {
    Kinds kinds = new Kinds();
    Database database =
        options
            .directory()
            .map(path -> Database.in(new Directory(path), options.history()))
            .orElseGet(() -> Database.inMemory(options.history()));
    ObjectApi objects = new ObjectApi(database, kinds, options.clock());
    database.list(Kinds.DEFINITIONS, "").objects().forEach(found -> kinds.define(found.object()));
    store = new Store(database, kinds, objects);
    for (String name : NAMESPACES) {
      if (store.get("v1", "Namespace", "", name).isEmpty()) {
        store.put(
            Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", name)));
      }
    }
    server =
        new ApiServer(
            options.port(),
            database,
            kinds,
            objects,
            options.bookmarkInterval(),
            options.clock(),
            requests);
  }

  /** Starts a server with default options. */
  public static EmbeddedKubernetes start() {
    return start(Options.defaults());
  }

  /**
   * Starts a server.
   *
   * @throws java.io.UncheckedIOException when the port is taken or the folder cannot be read
   */
  public static EmbeddedKubernetes start(Options options) {
    return new EmbeddedKubernetes(options);
  }

  /** The root of the API, such as {@code http://127.0.0.1:40123}. */
  public URI uri() {
    return server.uri();
  }

  /** A kubeconfig for this server, as YAML. */
  public String kubeconfig() {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("apiVersion", "v1");
    config.put("kind", "Config");
    config.put("current-context", "tocsin");
    config.put("clusters", named("cluster", Map.of("server", uri().toString())));
    config.put("users", named("user", Map.of()));
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("cluster", "tocsin");
    context.put("user", "tocsin");
    config.put("contexts", named("context", context));
    return new String(Json.yaml(config), StandardCharsets.UTF_8);
  }

  private static List<Object> named(String key, Map<String, Object> value) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", "tocsin");
    entry.put(key, value);
    return List.of(entry);
  }

  /** The objects, without HTTP. */
  public Store store() {
    return store;
  }

  /** The requests for objects so far. */
  public RequestCounts requests() {
    return requests;
  }

  /** Breaks the connections of all watches; clients may come back at once. */
  public void dropWatches() {
    server.dropWatches();
  }

  /** Stops answering, as a server does that hangs: connections are accepted and stay open. */
  public void freeze() {
    server.freeze();
  }

  /** Goes on after {@link #freeze}. */
  public void unfreeze() {
    server.unfreeze();
  }

  @Override
  public void close() {
    server.close();
  }
}
