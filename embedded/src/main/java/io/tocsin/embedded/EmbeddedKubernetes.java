package io.tocsin.embedded;

import io.tocsin.embedded.api.ObjectApi;
import io.tocsin.embedded.http.ApiServer;
import io.tocsin.embedded.kinds.Kinds;
import io.tocsin.embedded.store.Database;
import io.tocsin.embedded.store.Directory;
import java.net.URI;
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
  private final Refusals refusals = new Refusals();
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
            this::seen);
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
    return """
    apiVersion: v1
    kind: Config
    current-context: tocsin
    clusters:
    - name: tocsin
      cluster: {server: "%s"}
    users:
    - name: tocsin
      user: {}
    contexts:
    - name: tocsin
      context: {cluster: tocsin, user: tocsin}
    """
        .formatted(uri());
  }

  /** The objects, without HTTP. */
  public Store store() {
    return store;
  }

  /** The requests for objects so far. */
  public RequestCounts requests() {
    return requests;
  }

  private void seen(String verb, String resource) {
    requests.count(verb, resource);
    refusals.check(verb, resource);
  }

  /**
   * Makes the next requests of a kind fail. They are counted all the same.
   *
   * @param verb as {@link RequestCounts#of} names it
   * @param resource as {@link RequestCounts#of} names it
   * @param code HTTP status, 400 to 599
   * @param times how many, 1 or more; replaces what was planned before
   */
  public void refuse(String verb, String resource, int code, int times) {
    refusals.plan(verb, resource, code, times);
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
