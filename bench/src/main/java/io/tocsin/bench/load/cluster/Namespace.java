package io.tocsin.bench.load.cluster;

import io.tocsin.bench.load.receiver.Receiver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.json.JsonMapper;

/** A namespace of the harness's own, with what a notifications controller reads there. */
public final class Namespace implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Api api;
  private final String name;
  private final List<Served> kinds;
  private final boolean leave;

  private Namespace(Api api, String name, List<Served> kinds, boolean leave) {
    this.api = api;
    this.name = name;
    this.kinds = kinds;
    this.leave = leave;
  }

  /**
   * Creates the definitions that are missing, and a namespace.
   *
   * @param leave whether it stays when this is closed, as its server is about to go anyway
   */
  public static Namespace create(Api api, Definitions definitions, boolean leave)
      throws InterruptedException {
    definitions.create(api);
    String name = "tocsin-load-%06x".formatted(ThreadLocalRandom.current().nextInt(1 << 24));
    String body = object("v1", "Namespace", name, Map.of());
    api.send("POST", "namespaces", "/api/v1/namespaces", Api.JSON, body);
    definitions.await(api, name);
    Namespace created = new Namespace(api, name, definitions.in(name), leave);
    created.createProject();
    return created;
  }

  private void createProject() {
    Map<String, Object> everything =
        Map.of(
            "spec",
            Map.of(
                "sourceRepos",
                List.of("*"),
                "destinations",
                List.of(Map.of("server", "*", "namespace", "*"))));
    api.send(
        "POST",
        "appprojects",
        Applications.path(name).replace(Applications.RESOURCE, "appprojects"),
        Api.JSON,
        object("argoproj.io/v1alpha1", "AppProject", "default", everything));
  }

  /** Writes the configuration, and an empty Secret beside it. */
  public void configure(Audience audience, List<Receiver> receivers, Telling telling) {
    create("Secret", "secrets", "argocd-notifications-secret", Map.of());
    create(
        "ConfigMap",
        "configmaps",
        "argocd-notifications-cm",
        Map.of("data", new NotificationsConfig(audience, telling).data(receivers)));
  }

  private void create(String kind, String resource, String object, Map<String, Object> content) {
    api.send(
        "POST",
        resource,
        "/api/v1/namespaces/%s/%s".formatted(name, resource),
        Api.JSON,
        object("v1", kind, object, content));
  }

  private static String object(
      String apiVersion, String kind, String name, Map<String, Object> content) {
    var object = JSON.createObjectNode().put("apiVersion", apiVersion).put("kind", kind);
    object.putObject("metadata").put("name", name);
    content.forEach((key, value) -> object.set(key, JSON.valueToTree(value)));
    return object.toString();
  }

  public String name() {
    return name;
  }

  /** Deletes the objects and the namespace; the definitions stay. */
  @Override
  public void close() {
    if (!leave) {
      kinds.forEach(k -> api.trySend("DELETE", k.resource(), k.path(), Api.JSON, "{}"));
      api.trySend("DELETE", "namespaces", "/api/v1/namespaces/" + name, Api.JSON, "{}");
    }
  }
}
